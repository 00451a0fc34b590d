import { readFileSync, writeFileSync } from 'node:fs';
import { threads } from '@concord/db/seed/data/threads';
import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import { linkOn, markOf, pagesOfPortal } from '../fixtures/page-access.ts';
import { test } from '../fixtures/portal.ts';

/*
 * Every page × every kind of person, held against the table beside this file. A page that is new needs an address here,
 * and one that opens to somebody else changes the table: run this file with `--update-snapshots`, and read the difference
 * as what it is, a decision about access.
 */
const TABLE = new URL('access.table.txt', import.meta.url);
const AT_ONCE = 6;

/** Who looks; the places are Nordmark's, and of the courses and the exercise that the directors answer for. */
const who = {
  signedOut: null,
  learner: 'nor-staff-1',
  former: 'nor-staff-3',
  coordinator: 'nor-coordinator',
  foreignCoordinator: 'cal-coordinator',
  security: 'nor-security',
  delegate: 'nor-delegate',
  foreignDelegate: 'ryn-delegate',
  courseDirector: 'hqa-course-director',
  exerciseDirector: 'hqa-secretary-epg',
  administrator: 'hqa-admin-1',
} as const;
type Who = keyof typeof who;
type Readers = Record<Who, APIRequestContext>;

/** A live session of the demo, with dates. */
const SESSION = '/learn/working-away-from-the-office/questions-before-you-travel';
const NOBODY = '00000000-0000-7000-8000-000000000000';

test.setTimeout(240_000);

test('every page is shown to whom the table says, and to nobody else', async ({ as, stranger }, {
  config,
}) => {
  const entries = await Promise.all(
    Object.entries(who).map(async ([name, key]) => {
      const page = key === null ? await stranger() : await as(key);
      return [name, page.context().request] as const;
    }),
  );
  const readers = Object.fromEntries(entries) as Readers;
  const addresses = await addressesOf(readers);
  expect(Object.keys(addresses).sort(), 'each page has its address here').toEqual(pagesOfPortal());

  const rows = new Map<string, string>();
  const waiting = Object.entries(addresses);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [page, address] = next;
      let marks = '';
      for (const request of Object.values(readers)) marks += await markOf(request, address);
      rows.set(page, marks);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const broken = [...rows].filter(([, marks]) => marks.includes('!'));
  expect(broken).toEqual([]);
  const table = tableOf(rows);
  if (config.updateSnapshots === 'all') writeFileSync(TABLE, table);
  expect(table).toBe(readFileSync(TABLE, 'utf8'));
});

function tableOf(rows: ReadonlyMap<string, string>): string {
  const head = Object.keys(who).map((name, index) => `${'| '.repeat(index)}${name}`);
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([page, marks]) => `${[...marks].join(' ')}  ${page}`);
  return [...head, ...lines, ''].join('\n');
}

/** An address for each page; what only a list knows is looked up there, by somebody who may. */
async function addressesOf(readers: Readers): Promise<Record<string, string>> {
  const { coordinator, delegate, courseDirector, exerciseDirector, administrator } = readers;
  const few = threads.find(({ key }) => key === 'paragraph-seven-drafters');
  const [
    thread,
    text,
    decision,
    seat,
    role,
    team,
    work,
    question,
    person,
    cohort,
    requirement,
    doing,
    message,
    meeting,
    session,
    template,
  ] = await Promise.all([
    linkOn(delegate, `/consult/${few?.body}`, '/consult/threads/', few?.title),
    linkOn(delegate, '/consult/CCD/texts', '/consult/texts/'),
    linkOn(delegate, '/consult/CCD/decisions', '/consult/decisions/'),
    linkOn(coordinator, '/learn/reporting-an-incident', '/learn/seats/'),
    linkOn(coordinator, '/exercise/QH27', '/exercise/QH27/seats/'),
    linkOn(exerciseDirector, '/exercise/ST26/scoring', '/exercise/ST26/scoring/'),
    linkOn(courseDirector, '/learn/night-watch/the-handover/work', '/learn/night-watch/the-handover/work/'),
    linkOn(courseDirector, '/learn/bank', '/learn/bank/'),
    linkOn(administrator, '/people?q=Rinne', '/people/'),
    linkOn(administrator, '/people/cohorts', '/people/cohorts/'),
    linkOn(administrator, '/people/requirements', '/people/requirements/'),
    linkOn(administrator, '/people/work', '/people/work/'),
    messageOf(readers),
    linkOn(delegate, '/consult/CCD/meetings', '/consult/meetings/'),
    linkOn(courseDirector, `${SESSION}/dates`, '/learn/sessions/'),
    linkOn(courseDirector, '/learn/credentials/templates', '/learn/credentials/templates/'),
  ]);
  const decisionId = decision.split('/').at(-1);
  return {
    ...ofThePortal,
    ...ofLearning,
    '/consult/[bodyCode]': '/consult/CCD',
    '/consult/[bodyCode]/decisions': '/consult/CCD/decisions',
    '/consult/[bodyCode]/delegation': '/consult/CCD/delegation',
    '/consult/[bodyCode]/new': '/consult/CCD/new',
    '/consult/[bodyCode]/texts': '/consult/CCD/texts',
    '/consult/[bodyCode]/texts/new': '/consult/CCD/texts/new',
    '/consult/[bodyCode]/meetings': '/consult/CCD/meetings',
    '/consult/[bodyCode]/meetings/new': '/consult/CCD/meetings/new',
    ...beneath('/consult/meetings/[meetingId]', meeting, ['', '/summary']),
    '/consult/decisions/[decisionId]': decision,
    '/decisions/[decisionId]': `/decisions/${decisionId}`,
    ...beneath('/consult/threads/[threadId]', thread, ['', '/about', '/print']),
    ...beneath('/consult/texts/[textId]', text, [
      ...['', '/bring-in', '/position', '/reservation', '/silence', '/statement', '/version'],
    ]),
    '/exercise/[code]/scoring/[teamId]': team,
    '/exercise/[code]/seats/[roleId]': role,
    '/learn/[slug]/[activityKey]/dates': `${SESSION}/dates`,
    '/learn/credentials/templates/[templateId]': template,
    '/learn/sessions/[liveSessionId]': session,
    '/learn/seats/[cohortId]': seat,
    '/learn/messages/[messageId]': message,
    '/learn/[slug]/[activityKey]/work/[submissionId]': work,
    ...beneath('/learn/bank/[questionId]', question, ['', '/edit']),
    ...beneath('/people/[personId]', person, ['', '/competences']),
    ...beneath('/people/cohorts/[cohortId]', cohort, [
      ...['', '/dashboard', '/deadlines', '/joining', '/messages', '/results', '/sessions'],
    ]),
    '/people/requirements/[requirementId]': requirement,
    '/people/work/[workRoleId]': doing,
    '/learn/frameworks/mappings/[subject]/[subjectId]': `/learn/frameworks/mappings/workRole/${doing.split('/').at(-1)}`,
  };
}

/** A message to the cohort of the tour's learner. */
async function messageOf({ learner, administrator }: Readers): Promise<string> {
  const name = 'Newcomers, autumn intake';
  const cohort = await linkOn(administrator, '/people/cohorts', '/people/cohorts/', name);
  return linkOn(learner, `/learn/seats/${cohort.split('/').at(-1)}`, '/learn/messages/');
}

/** The pages beneath one place. */
function beneath(page: string, address: string, parts: readonly string[]): Record<string, string> {
  return Object.fromEntries(parts.map((part) => [`${page}${part}`, `${address}${part}`]));
}

/** Pages whose own address is their name. */
const named = (...pages: string[]) => Object.fromEntries(pages.map((page) => [page, page]));

const ofThePortal = {
  ...named('/', '/account', '/account/password', '/account/second-factor', '/consult', '/exercise'),
  ...named(
    '/exercise/lessons',
    '/exercise/new',
    '/gallery',
    '/notifications',
    '/people',
    '/people/cohorts',
    '/people/cohorts/new',
  ),
  ...named('/people/import', '/people/mail', '/people/readiness', '/people/record', '/people/requirements'),
  ...named(
    '/people/break-glass',
    '/people/requirements/new',
    '/people/work',
    '/people/work/import',
    '/reset',
    '/search',
    '/sign-in',
  ),
  ...named('/sign-in/after', '/signed-out'),
  ...beneath('/exercise/[code]', '/exercise/QH27', [
    ...[
      '',
      '/checks',
      '/control',
      '/edit',
      '/inbox',
      '/injects',
      '/injects/import',
      '/plan',
      '/scores',
      '/scoring',
    ],
    ...[
      '/door',
      '/joining',
      '/mine',
      '/hot-wash',
      '/lessons',
      '/observations',
      '/surveys',
      '/surveys/new',
      '/report',
      '/twin',
    ],
  ]),
  ...beneath('/exercise/[code]', '/exercise/IL26', ['/scoreboard', '/screen']),
  ...beneath('/exercise/[code]/surveys/[surveyId]', `/exercise/QH27/surveys/${NOBODY}`, ['', '/edit']),
  '/exercise/[code]/lessons/[number]': '/exercise/LW26/lessons/1',
  '/[...missing]': '/nowhere/at/all',
  '/invitation/[token]': '/invitation/used',
  '/reset/[token]': '/reset/used',
  '/verify/[publicId]': '/verify/AAAAA-BBBBB',
};

const ofLearning = {
  ...named('/learn', '/learn/bank', '/learn/bank/categories', '/learn/bank/import', '/learn/bank/new'),
  ...named(
    '/learn/competences',
    '/learn/courses',
    '/learn/courses/import',
    '/learn/courses/new',
    '/learn/credentials',
    '/learn/credentials/templates',
    '/learn/credentials/templates/new',
  ),
  ...named(
    '/learn/frameworks',
    '/learn/frameworks/import',
    '/learn/frameworks/mappings',
    '/learn/mine',
    '/learn/paths',
    '/learn/paths/new',
  ),
  ...beneath('/learn/[slug]', '/learn/night-watch', ['', '/dashboard', '/notes', '/questions', '/results']),
  ...beneath('/learn/[slug]/[activityKey]', '/learn/night-watch/the-whole-night', [
    ...['', '/analysis', '/marking', '/people'],
  ]),
  '/learn/[slug]/[activityKey]/work': '/learn/night-watch/the-handover/work',
  ...beneath('/learn/[slug]/edit', '/learn/night-watch/edit', ['', '/about', '/publish']),
  '/learn/[slug]/edit/compare': '/learn/night-watch/edit/compare?from=1&to=1',
  '/learn/[slug]/edit/activity/[activityKey]': '/learn/night-watch/edit/activity/the-handover',
  '/learn/[slug]/edit/preview/[activityKey]': '/learn/night-watch/edit/preview/the-handover',
  '/learn/frameworks/[frameworkId]': `/learn/frameworks/${NOBODY}`,
  '/learn/frameworks/[frameworkId]/[code]': `/learn/frameworks/${NOBODY}/nothing`,
  ...beneath('/learn/paths/[pathSlug]', '/learn/paths/ready-for-quiet-harbour', ['', '/edit', '/progress']),
};
