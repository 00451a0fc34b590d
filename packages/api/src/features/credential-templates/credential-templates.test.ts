import { randomUUID } from 'node:crypto';
import { credentialTemplates, credentialTemplateVersions } from '@concord/db/schema/credential-templates';
import { credentials } from '@concord/db/schema/learning';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';
import { issueCredential } from '../credentials/commands.ts';
import { credentialPaper } from '../credentials/paper.ts';
import { bothOf, COURSES_NAMED, coursesLine, factLines, HOUSE, NAMED, titlesOf } from './rules.ts';
import type { TemplateFields } from './schemas.ts';

let test: TestDatabase;
let party: { id: string };
let [author, colleague, manager, learner]: { id: string }[] = [];
let course: Awaited<ReturnType<typeof createQuizCourse>>;
const as = (person: { id: string } | null = null) => callerAs(test, person);
const code = (...codes: string[]) => ({ code: expect.stringMatching(new RegExp(codes.join('|'))) });

beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
  course = await createQuizCourse(test, { party });
  const teaches = (scopeId: string) => ({
    party,
    appointments: [{ role: 'courseDirector' as const, scope: 'course' as const, scopeId }],
  });
  const other = await createQuizCourse(test, { party });
  author = await createPerson(test, teaches(course.courseId));
  colleague = await createPerson(test, teaches(other.courseId));
  manager = await createPerson(test, {
    party,
    appointments: [{ role: 'trainingManager', scope: 'alliance' }],
  });
  learner = await createPerson(test, { party, givenName: 'Þórður', familyName: 'Ćwik-Παππάς' });
});
afterAll(() => test.close());

const fields = (more: Partial<TemplateFields> = {}): TemplateFields => ({
  name: 'Watch officers',
  validityMonths: 6,
  body: {
    ...HOUSE.course,
    titles: { en: 'Certificate of the watch', fr: 'Brevet de quart' },
    signatory: { name: 'Ελένη Ní Dhubhghaill', roles: { en: 'Director', fr: 'Directrice' } },
    accent: 'green',
    mark: 'seal',
    names: ['hours', 'version'],
  },
  ...more,
});

const make = async (by: typeof author, more?: Partial<TemplateFields>) =>
  (await as(by)).credentialTemplates.make({ commandId: randomUUID(), ...fields(more) });
const change = async (
  by: typeof author,
  templateId: string,
  revision: number,
  more?: Partial<TemplateFields>,
) =>
  (await as(by)).credentialTemplates.change({
    commandId: randomUUID(),
    templateId,
    revision,
    ...fields(more),
  });

async function earn(person = learner) {
  const who = person ?? { id: '' };
  const enrolment = await createEnrolment(test, { person: who, course });
  const request = await requestAs(test, who);
  return inTransaction(servicesOf(test), request, (ctx) =>
    issueCredential(ctx, { enrolmentId: enrolment.id }),
  );
}

async function paperOf(person: { id: string } | undefined, credentialId: string) {
  const request = await requestAs(test, person ?? { id: '' });
  return inTransaction(servicesOf(test), request, (ctx) => {
    if (!ctx.actor) throw new Error('signed out');
    return credentialPaper({ ...ctx, actor: ctx.actor }, credentialId, new URL('http://localhost'));
  });
}

const choose = (templateId: string | null) =>
  test.worker.sql`update course set template_id = ${templateId} where id = ${course.courseId}`;

describe('keeping templates', () => {
  it('is for authors and managers of training, each author for their own', async () => {
    const { templateId } = await make(author);
    await expect(make(learner)).rejects.toMatchObject(code('NOT_FOUND'));
    await expect((await as()).credentialTemplates.list()).rejects.toMatchObject(code('UNAUTHORIZED'));
    await expect((await as(learner)).credentialTemplates.list()).rejects.toMatchObject(code('NOT_FOUND'));
    await expect((await as(learner)).credentialTemplates.byId({ templateId })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
    await expect(change(colleague, templateId, 1)).rejects.toMatchObject(code('FORBIDDEN'));
    const seen = await (await as(colleague)).credentialTemplates.byId({ templateId });
    expect(seen.can.change).toBe(false);
    await change(manager, templateId, 1);
    const mine = await (await as(author)).credentialTemplates.byId({ templateId });
    expect([mine.revision, mine.versions.map(({ number }) => number), mine.can.change]).toEqual([
      2,
      [2, 1],
      true,
    ]);
  });

  it('has one effect sent twice, and refuses a change after another’s', async () => {
    const commandId = randomUUID();
    const by = await as(author);
    const [once, again] = [
      await by.credentialTemplates.make({ commandId, ...fields() }),
      await by.credentialTemplates.make({ commandId, ...fields() }),
    ];
    expect(again).toEqual(once);
    const both = await Promise.allSettled([
      change(author, once.templateId, 1),
      change(manager, once.templateId, 1),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(change(author, once.templateId, 1)).rejects.toMatchObject(code('CONFLICT'));
    const written = await test.worker.db
      .select()
      .from(recordEntries)
      .where(eq(recordEntries.subjectId, once.templateId));
    expect(written.map(({ action }) => action).sort()).toEqual([
      'credentialTemplate.change',
      'credentialTemplate.make',
    ]);
  });

  it('names the field that is missing, written in one language, or cannot be set', async () => {
    const body = fields().body;
    const refused = (more: object) => make(author, { body: { ...body, ...more } as typeof body });
    await expect(refused({ wording: { en: 'x', fr: '' } })).rejects.toMatchObject(code('BAD_REQUEST'));
    await expect(refused({ closing: { en: 'only', fr: '' } })).rejects.toMatchObject(code('BAD_REQUEST'));
    await expect(refused({ signatory: { name: '山田', roles: { en: 'a', fr: 'b' } } })).rejects.toMatchObject(
      {
        code: 'BAD_REQUEST',
        fields: [
          { path: 'body.signatory.name', key: 'credentialTemplates.noGlyph', params: { character: '山' } },
        ],
      },
    );
    await expect(make(author, { validityMonths: 0 })).rejects.toMatchObject(code('BAD_REQUEST'));
  });

  it('is offered no more once it ended', async () => {
    const { templateId } = await make(author);
    await (await as(author)).credentialTemplates.end({ commandId: randomUUID(), templateId, revision: 1 });
    await expect(change(author, templateId, 1)).rejects.toMatchObject(code('CONFLICT'));
    const choices = await (await as(manager)).paths.choices();
    expect(choices.templates.some(({ id }) => id === templateId)).toBe(false);
  });
});

describe('a version', () => {
  it('is never changed or taken away, by nobody', async () => {
    const { templateId } = await make(author);
    for (const statement of [
      'update credential_template_version set number = 9',
      'delete from credential_template_version',
    ])
      await expect(test.worker.db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: expect.objectContaining({ code: '42501' }),
      });
    const rows = await test.worker.db
      .select()
      .from(credentialTemplateVersions)
      .where(eq(credentialTemplateVersions.templateId, templateId));
    expect(rows).toHaveLength(1);
  });

  it('stays with what was given under it, whatever is written or chosen later', async () => {
    const { templateId } = await make(author);
    await choose(templateId);
    const { credentialId } = await earn();
    await change(author, templateId, 1, { body: { ...HOUSE.course, accent: 'grey' }, validityMonths: null });
    await test.worker.sql`update course set minutes = minutes + 500 where id = ${course.courseId}`;
    const later = await earn(await createPerson(test, { party }));
    await choose(null);
    const paper = await paperOf(learner, credentialId);
    expect(paper.template).toEqual(fields().body);
    expect([paper.holder, paper.version]).toEqual(['Þórður Ćwik-Παππάς', 1]);
    const rows = await test.worker.db.select().from(credentials);
    const [first, second] = [credentialId, later.credentialId].map((id) => rows.find((row) => row.id === id));
    expect([first?.templateVersion, second?.templateVersion]).toEqual([1, 2]);
    expect(paper.minutes).toBe(first?.facts?.minutes);
    expect((second?.facts?.minutes ?? 0) - (first?.facts?.minutes ?? 0)).toBe(500);
    const months = (row: typeof first) =>
      Math.round(((row?.validUntil?.getTime() ?? 0) - (row?.issuedAt.getTime() ?? 0)) / 86_400_000 / 30);
    // The template's six months, then the course's own twelve.
    expect([months(first), months(second)]).toEqual([6, 12]);
  });

  it('says how long on the course’s page', async () => {
    const { templateId } = await make(author);
    await choose(templateId);
    expect((await (await as(learner)).courses.page({ course: course.slug })).validityMonths).toBe(6);
    await choose(null);
    expect((await (await as(learner)).courses.page({ course: course.slug })).validityMonths).toBe(12);
  });

  it('of the house is what a course without a template has', async () => {
    const person = await createPerson(test, { party });
    const { credentialId } = await earn(person);
    expect((await paperOf(person, credentialId)).template).toEqual(HOUSE.course);
    expect(await test.worker.db.select().from(credentialTemplates)).not.toEqual([]);
  });
});

describe('words on paper', () => {
  const facts = { issued: 'a', until: null, percent: 90, minutes: 150, version: 3 };

  it.each([
    [[], ['Issued', 'Valid']],
    [['result'], ['Issued', 'Valid', 'Result']],
    [[...NAMED], ['Issued', 'Valid', 'Result', 'Length', 'Version']],
  ] as const)('name %j', (names, labels) =>
    expect(factLines(facts, names).map(([label]) => label.split(' ')[0])).toEqual(labels),
  );

  it.each([
    [45, '45 min'],
    [60, '1 h'],
    [150, '2 h 30'],
    [65, '1 h 05'],
  ])('%i minutes are %s', (minutes, said) =>
    expect(factLines({ ...facts, minutes }, ['hours']).at(-1)?.[1]).toBe(said),
  );

  it('say both languages once each, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (en, fr) => {
        const said = bothOf({ en, fr });
        for (const words of [en, fr]) expect(said).toContain(words.trim());
        if (en.trim() === fr.trim()) expect(said).toBe(en.trim());
      }),
    );
    expect(titlesOf({ de: 'Nur deutsch' })).toEqual(['Nur deutsch', null]);
    expect(titlesOf({ fr: 'B', en: 'A' })).toEqual(['A', 'B']);
  });

  it('name as many courses of a path as a page holds, and count the others', () => {
    const courses = Array.from({ length: COURSES_NAMED + 3 }, (_, index) => ({ en: `Course ${index}` }));
    const line = coursesLine({ courses }, ['courses']);
    expect(line.split(' · ')).toHaveLength(COURSES_NAMED + 1);
    expect(line.endsWith('+ 3')).toBe(true);
    expect(coursesLine({ courses }, [])).toBe('');
    const long = courses.map(({ en }) => ({ en: en.repeat(20) }));
    expect(coursesLine({ courses: long }, ['courses']).length).toBeLessThan(500);
  });
});
