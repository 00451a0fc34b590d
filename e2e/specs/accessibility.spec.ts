import { expect, type Page } from '@playwright/test';
import { faults, open } from '../fixtures/accessible.ts';
import { portalUrl } from '../fixtures/env.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404 .*nowhere/] });

// Many pages in each test: it has the time of several.
test.describe.configure({ timeout: 240_000 });

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

const course = '/learn/working-away-from-the-office';
const spotting = '/learn/spotting-phishing';
const edited = '/learn/reporting-an-incident';
const quiz = '/learn/night-watch/the-whole-night';

/** The pages of one cohort, each by its tab. */
const cohortTab = (view: string) => `/people/cohorts first /people/cohorts/0 tab ${view}`;
/** A live session of a course. */
const session = `${course}/questions-before-you-travel`;
const cohortPages = ['dashboard', 'results'].map(cohortTab);
const cohortWork = ['joining', 'deadlines', 'messages', 'sessions'].map(cohortTab);

/** A text's room in the views of nations, and the pages on which one's nation says something of it. */
const inTextRoom = ['?view=positions', '?view=matrix&rows=all', '?view=concerns', '/position'].map(
  (view) => `/consult/CCD/texts first /consult/texts/0 and ${view}`,
);

/** Every page there is, by who sees it; each of them once in English and once in French. */
const readers = [
  {
    who: 'a head of delegation',
    people: { en: 'nor-head', fr: 'orl-head' },
    paths: ['/consult/CCD/texts first /consult/texts/0 and /reservation'],
  },
  {
    who: 'somebody outside',
    people: {},
    paths: [
      '/sign-in',
      '/signed-out',
      '/reset',
      '/reset/used',
      '/invitation/used',
      '/verify/AAAAA-BBBBB',
      '/nowhere',
    ],
  },
  {
    who: 'a learner',
    people: { en: 'nor-staff-1', fr: 'orl-staff-1' },
    paths: [
      '/',
      '/learn',
      '/learn?q=nothing+of+that+name',
      course,
      spotting,
      `${spotting}/a-message-taken-apart`,
      `${spotting}/what-would-you-do`,
      '/learn/mine',
      '/exercise',
      '/exercise?past=yes',
      '/exercise?month=now',
      '/exercise/QH27',
      `${spotting}/notes`,
      `${spotting}/questions`,
      '/learn/credentials',
      '/learn/competences',
      '/notifications',
      '/account',
      '/account/password',
      '/account/second-factor',
      '/learn/reporting-an-incident first /learn/seats/',
      '/nowhere',
    ],
  },
  {
    who: 'a learner whose work came back',
    people: { en: 'nor-staff-1', fr: 'nor-staff-1' },
    paths: ['/learn/night-watch/the-handover'],
  },
  {
    who: 'a delegate whose texts lie under silence',
    people: { en: 'nor-delegate', fr: 'lys-head' },
    paths: ['/consult/CCD/texts first /consult/texts/', '/consult/SCG/texts first /consult/texts/'],
  },
  {
    who: 'a training coordinator',
    people: { en: 'nor-coordinator', fr: 'orl-coordinator' },
    paths: [
      '/exercise/QH27',
      '/exercise/QH27 first /exercise/QH27/seats/',
      '/learn/reporting-an-incident first /learn/seats/',
      '/learn/paths/ready-for-quiet-harbour/progress',
      '/people/cohorts',
      '/people/cohorts first /people/cohorts/0',
      '/learn/spotting-phishing/dashboard',
      '/people/readiness',
      ...cohortPages,
    ],
  },
  {
    who: 'exercise control',
    people: { en: 'hqa-staff-4', fr: 'hqa-secretary-epg' },
    paths: [
      '/exercise/QH27/injects',
      '/exercise/QH27/injects?view=timeline',
      '/exercise/QH27/injects/import',
      '/exercise/lessons',
      '/exercise/ST26/observations',
      '/exercise/ST26/hot-wash',
      '/exercise/ST26/lessons',
      '/exercise/ST26/surveys',
      '/exercise/ST26/surveys/new',
      '/exercise/LW26/report',
      '/exercise/ST26/twin',
      '/exercise/ST26/control',
      '/exercise/ST26/scoring',
      '/exercise/IL26/scoring first /exercise/IL26/scoring/',
      '/exercise/IL26/scoreboard',
      '/exercise/IL26/screen',
      '/exercise/IL26/checks',
      '/exercise/QH27/door',
    ],
  },
  {
    who: 'a player of an exercise under way',
    people: { en: 'nor-staff-1', fr: 'nor-staff-1' },
    paths: ['/exercise/ST26/inbox', '/exercise/ST26/scores', '/exercise/QH27/mine'],
  },
  {
    who: 'an author',
    people: { en: 'hqa-course-director', fr: 'hqa-instructor-1' },
    paths: [
      '/learn/bank',
      '/learn/bank?show=archived',
      '/learn/bank/categories',
      '/learn/bank/import',
      '/learn/bank/new',
      '/learn/bank/new?type=multiple',
      '/learn/bank/new?type=gapText',
      '/learn/bank/new?type=hotspot',
      '/learn/bank?type=trueFalse first /learn/bank/0',
      '/learn/courses',
      '/learn/courses/import',
      '/learn/credentials/templates',
      '/learn/credentials/templates first /learn/credentials/templates/0',
      '/learn/credentials/templates/new',
      '/learn/night-watch/the-handover',
      '/learn/night-watch/the-handover/work',
      '/learn/frameworks',
    ],
  },
  {
    who: 'a director of one course',
    people: { en: 'hqa-course-director', fr: 'hqa-course-director' },
    paths: [
      `${edited}/edit`,
      `${edited}/edit/about`,
      `${edited}/edit/publish`,
      session,
      `${session}/dates`,
      `${session}/dates first /learn/sessions/`,
      `${quiz}/marking`,
      `${quiz}/people`,
      `${quiz}/analysis`,
      '/learn/night-watch/dashboard',
      '/learn/night-watch/results',
    ],
  },
  {
    who: 'a delegate',
    people: { en: 'cal-delegate', fr: 'orl-delegate' },
    paths: [
      '/',
      '/consult',
      '/consult/CCD',
      '/consult/CCD/new',
      '/consult/CCD first /consult/threads/',
      '/consult/CCD first /consult/threads/ tab print',
      '/consult/CCD/texts first /consult/texts/ tab bring-in',
      '/consult/CCD/decisions',
      '/consult/CCD/decisions?words=nothing+of+that+name',
      '/consult/CCD/decisions first /consult/decisions/',
      '/consult/CCD/meetings',
      '/consult/CCD/meetings first /consult/meetings/',
      '/consult/CCD/delegation',
      ...inTextRoom,
      '/search',
      '/search?q=version',
      '/consult/CCD/texts',
      '/consult/CCD/texts first /consult/texts/',
      '/notifications',
    ],
  },
  {
    who: 'an administrator',
    people: { en: 'hqa-admin-1', fr: 'hqa-admin-2' },
    paths: [
      '/people',
      '/people?q=Varga first /people/0',
      '/people/import',
      '/people/cohorts',
      '/people/cohorts/new',
      '/people/cohorts first /people/cohorts/0',
      ...cohortPages,
      ...cohortWork,
      '/people/readiness',
      '/people/requirements first /people/requirements/0',
      '/people/requirements/new',
      '/people/work first /people/work/0',
      '/people/work/import',
      '/people/record',
      '/people/break-glass',
      '/people/mail',
      '/learn/courses/new',
      '/exercise/new',
      '/exercise/QH27/plan',
      '/exercise/QH27/edit',
      '/learn/paths',
      '/learn/paths/new',
      '/learn/paths/ready-for-quiet-harbour',
      '/learn/frameworks/import',
      '/learn/frameworks/mappings?subject=workRole',
      '/learn/frameworks/mappings?subject=workRole first /learn/frameworks/mappings/workRole/',
    ],
  },
] as const;

/** Somebody reads in this language whatever their own is: nobody else directs these courses. */
async function speak(page: Page, language: 'en' | 'fr'): Promise<void> {
  await page.context().addCookies([{ name: 'concord-locale', value: language, url: portalUrl }]);
}

async function faultsOf(page: Page, path: string, language: 'en' | 'fr'): Promise<string[]> {
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, path);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const found = await faults(page, `${language}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await faults(page, `${language}, dark`, 'colours')));
  if (language === 'fr') return found;
  await page.setViewportSize(narrow);
  return [...found, ...(await faults(page, 'on a narrow screen', 'size'))];
}

for (const { who, people, paths } of readers) {
  for (const language of ['en', 'fr'] as const) {
    test(`what ${who} sees in ${language} keeps to WCAG 2.2 AA, light and dark`, async ({ as, stranger }) => {
      const person = language in people ? people[language as keyof typeof people] : null;
      const page = person ? await as(person) : await stranger({ locale: language });
      if (person) await speak(page, language);
      const found: string[] = [];
      for (const path of paths) found.push(...(await faultsOf(page, path, language)));
      expect(found).toEqual([]);
    });
  }
}
