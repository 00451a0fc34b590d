import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { pathAwards } from '@concord/db/schema/competence';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { credentialProofs, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, inTransaction } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';
import { HOUSE } from '../credential-templates/rules.ts';
import { issueCredential } from '../credentials/commands.ts';
import { credentialPaper } from '../credentials/paper.ts';
import { credentialPdf } from '../credentials/pdf.ts';
import { progressOf, stepStates } from './rules.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let manager: { id: string };
let course: { courseId: string; versionId: string };
let slugs = 0;
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const { nation, other } = scene;
  const trains = { role: 'trainingManager', scope: 'alliance' } as const;
  manager = await createPerson(test, { party: other, appointments: [trains] });
  await importDraft(test, courseDraft([pageDraft('a')]), [nation, other]);
  const [row] = await test.worker.db
    .select({ courseId: courses.id, versionId: courseVersions.id })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id));
  course = row ?? { courseId: '', versionId: '' };
});
afterAll(() => test.close());

async function make(by: { id: string } | null, more: object = {}) {
  slugs += 1;
  return (await as(by)).paths.make({
    ...{ commandId: randomUUID(), slug: `path-${slugs}`, titleEn: 'First steps', titleFr: 'Premiers pas' },
    ...{ summaryEn: '', summaryFr: '', inOrder: true, awards: true, validityMonths: 12, templateId: null },
    steps: [{ courseId: course.courseId, required: true }],
    ...more,
  });
}

/** Completes the course for a person, as the worker brings in what was earned elsewhere. */
async function complete(person: { id: string }) {
  const enrolmentId = newId();
  const of = { id: enrolmentId, personId: person.id, ...course, completedAt: new Date() };
  await test.worker.db.insert(enrolments).values(of);
  await asWorker(servicesOf(test), (ctx) => issueCredential(ctx, { enrolmentId }));
}

const awardsOf = (personId: string) =>
  test.worker.db.select().from(pathAwards).where(eq(pathAwards.personId, personId));

async function paperFor(person: { id: string }, id: string) {
  return inTransaction(servicesOf(test), await requestAs(test, person), (ctx) => {
    if (!ctx.actor) throw new Error('signed out');
    return credentialPaper({ ...ctx, actor: ctx.actor }, id, new URL('http://localhost'));
  });
}

describe('a learning path', () => {
  it('awards what it earns once, with the last course or when one begins to follow, and is publicly verified', async () => {
    const { pathId, slug } = await make(manager);
    const person = await createPerson(test, { party: scene.nation });
    const own = await as(person);
    await own.paths.follow({ commandId: randomUUID(), pathId });
    expect((await own.paths.bySlug({ slug })).progress).toEqual({ done: 0, total: 1, complete: false });
    await complete(person);
    const awards = await awardsOf(person.id);
    expect(awards).toHaveLength(1);
    const publicId = awards[0]?.publicId ?? '';
    expect(await (await as(null)).credentials.verify({ publicId })).toMatchObject({
      state: 'valid',
      titles: { en: 'First steps', fr: 'Premiers pas' },
    });
    await own.paths.leave({ commandId: randomUUID(), pathId });
    await own.paths.follow({ commandId: randomUUID(), pathId });
    expect(await awardsOf(person.id)).toHaveLength(1);
    const late = await createPerson(test, { party: scene.nation });
    await complete(late);
    expect(await awardsOf(late.id)).toEqual([]);
    await (await as(late)).paths.follow({ commandId: randomUUID(), pathId });
    expect(await awardsOf(late.id)).toHaveLength(1);
    const proofs = await test.worker.db.select().from(credentialProofs);
    expect(proofs.filter(({ publicId: id }) => id === publicId)).toHaveLength(1);
  });

  it('gives its award under its template, with the courses it asked for then, on paper in both languages', async () => {
    const template = await (await as(manager)).credentialTemplates.make({
      ...{
        commandId: randomUUID(),
        name: 'Paths',
        validityMonths: 3,
        body: { ...HOUSE.path, accent: 'amber' },
      },
    });
    const { pathId, slug } = await make(manager, { templateId: template.templateId });
    const person = await createPerson(test, { party: scene.nation, familyName: 'Ķēstutė Παππά' });
    const own = await as(person);
    await own.paths.follow({ commandId: randomUUID(), pathId });
    await complete(person);
    const [award] = await awardsOf(person.id);
    expect([award?.templateId, award?.templateVersion]).toEqual([template.templateId, 1]);
    const until = (award?.validUntil?.getTime() ?? 0) - Date.now();
    expect(Math.round(until / 86_400_000 / 30)).toBe(3);
    await (await as(manager)).paths.change({
      ...{ commandId: randomUUID(), pathId, revision: 1, titleEn: 'Later', titleFr: 'Plus tard' },
      ...{
        summaryEn: '',
        summaryFr: '',
        inOrder: false,
        awards: true,
        validityMonths: null,
        templateId: null,
      },
      steps: [{ courseId: course.courseId, required: false }],
    });
    const [mine] = (await own.credentials.mine()).filter((one) => one.of === 'path');
    expect(mine).toMatchObject({ id: award?.id, slug, state: 'valid', titles: { fr: 'Premiers pas' } });
    const paper = await paperFor(person, award?.id ?? '');
    expect(paper.template.accent).toBe('amber');
    expect(paper.course).toEqual({ en: 'First steps', fr: 'Premiers pas' });
    expect(paper.courses).toHaveLength(1);
    expect(Buffer.from(await credentialPdf(paper)).toString('latin1')).toMatch(/^%PDF/);
    await expect(paperFor(scene.stranger, award?.id ?? '')).rejects.toMatchObject(fails('NOT_FOUND'));
  });

  it('has its award taken back with a reason, by administrators alone', async () => {
    const { pathId } = await make(manager);
    const person = await createPerson(test, { party: scene.nation });
    await (await as(person)).paths.follow({ commandId: randomUUID(), pathId });
    await complete(person);
    const [award] = await awardsOf(person.id);
    const revoke = async (by: { id: string }) =>
      (await as(by)).credentials.revoke({
        ...{ commandId: randomUUID(), credentialId: award?.id ?? '', reason: 'Given in error.' },
      });
    for (const other of [person, manager, scene.stranger])
      await expect(revoke(other)).rejects.toEqual(fails('NOT_FOUND'));
    const appointments = [{ role: 'administrator', scope: 'alliance' }] as const;
    const administrator = await createPerson(test, { party: scene.other, appointments: [...appointments] });
    await revoke(administrator);
    await expect(revoke(administrator)).rejects.toEqual(fails('CONFLICT'));
    const publicId = award?.publicId ?? '';
    expect((await (await as(null)).credentials.verify({ publicId })).state).toBe('revoked');
    const [mine] = (await (await as(person)).credentials.mine()).filter((one) => one.of === 'path');
    expect(mine).toMatchObject({ state: 'revoked', reason: 'Given in error.' });
    await expect(paperFor(person, award?.id ?? '')).rejects.toMatchObject(fails('NOT_FOUND'));
  });

  it('is made by who writes courses, and people are put on it by who speaks for them', async () => {
    const { pathId, slug } = await make(manager);
    const put = async (by: { id: string }, personIds: string[]) =>
      (await as(by)).paths.put({ commandId: randomUUID(), pathId, personIds });
    const person = await createPerson(test, { party: scene.nation });
    expect(await put(scene.coordinator, [person.id])).toEqual({ put: 1 });
    expect(await put(scene.coordinator, [person.id])).toEqual({ put: 0 });
    const { followers } = await (await as(scene.coordinator)).paths.bySlug({ slug });
    expect(followers?.map(({ id }) => id)).toEqual([person.id]);
    await expect(put(scene.stranger, [person.id])).rejects.toEqual(fails('FORBIDDEN'));
    await expect(put(scene.coordinator, [scene.stranger.id])).rejects.toEqual(fails('FORBIDDEN'));
    await expect(make(scene.coordinator)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(make(null)).rejects.toEqual(fails('UNAUTHORIZED'));
    expect((await (await as(scene.stranger)).paths.bySlug({ slug })).followers).toBeNull();
  });

  it('is changed by one at a time', async () => {
    const { pathId } = await make(manager);
    const change = async () =>
      (await as(manager)).paths.change({
        ...{ commandId: randomUUID(), pathId, revision: 1, titleEn: 'Again', titleFr: 'Encore' },
        ...{
          summaryEn: '',
          summaryFr: '',
          inOrder: false,
          awards: false,
          validityMonths: null,
          templateId: null,
        },
        steps: [{ courseId: course.courseId, required: false }],
      });
    await change();
    await expect(change()).rejects.toEqual(fails('CONFLICT'));
  });
});

describe('where somebody is', () => {
  const step = (required: boolean, done: boolean, underWay = false) => ({ required, done, underWay });

  it.each([
    [[step(true, true), step(true, false), step(true, false)], true, ['done', 'open', 'waits']],
    [[step(true, false), step(false, false), step(true, false, true)], true, ['open', 'waits', 'waits']],
    [[step(false, false), step(true, false)], true, ['open', 'open']],
    [[step(true, false), step(true, false)], false, ['open', 'open']],
  ] as const)('is said for each course', (steps, inOrder, states) =>
    expect(stepStates(steps, inOrder)).toEqual(states),
  );

  it('never lets something wait in a path without an order, and is complete only when all that counts is done', () => {
    const one = fc.record({ required: fc.boolean(), done: fc.boolean(), underWay: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (steps) => {
        expect(stepStates(steps, false)).not.toContain('waits');
        const { complete, done, total } = progressOf(steps);
        expect(done).toBeLessThanOrEqual(total);
        if (complete) expect(steps.filter(({ required, done: d }) => required && !d)).toEqual([]);
      }),
    );
  });
});
