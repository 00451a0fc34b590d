import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { cohortMembers, cohorts, credentials, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';

const DAY = 86_400_000;
let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let manager: { id: string };
let [first, second]: Awaited<ReturnType<typeof createQuizCourse>>[] = [];
let path: { pathId: string; slug: string };
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });
const newPerson = (more: object = {}) => createPerson(test, { party: scene.nation, ...more });

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  manager = await newPerson({ appointments: [{ role: 'trainingManager', scope: 'alliance' }] });
  first = await createQuizCourse(test, { party: scene.nation });
  second = await createQuizCourse(test, { party: scene.nation });
  await test.worker.sql`update course set open_enrolment = true`;
  path = await (await as(manager)).paths.make({
    ...{ commandId: randomUUID(), slug: 'in-order', titleEn: 'In order', titleFr: 'Dans l’ordre' },
    ...{ summaryEn: '', summaryFr: '', inOrder: true, awards: false, validityMonths: null },
    steps: [first, second].map((course) => ({ courseId: course?.courseId ?? '', required: true })),
  });
});
afterAll(() => test.close());

const enrolmentsOf = (personId: string) =>
  test.worker.db.select().from(enrolments).where(eq(enrolments.personId, personId));

async function hold(person: { id: string }, course = first, days = 100) {
  const { courseId = '', versionId = '' } = course ?? {};
  const known = (await enrolmentsOf(person.id)).find((one) => one.courseId === courseId);
  const id = known?.id ?? newId();
  const of = { personId: person.id, courseId, versionId };
  if (!known) await test.worker.db.insert(enrolments).values({ id, ...of, completedAt: new Date() });
  await test.worker.db.insert(credentials).values({
    ...{ id: newId(), enrolmentId: id, ...of, publicId: randomUUID(), issuedAt: new Date() },
    validUntil: new Date(Date.now() + days * DAY),
  });
}

describe('a path that goes in order', () => {
  it('lets nobody who follows it into a later course, at any door, before the earlier is done', async () => {
    const person = await newPerson();
    const by = await as(person);
    await by.paths.follow({ commandId: randomUUID(), pathId: path.pathId });
    const { courseId = '', slug = '', pageId = '', quizId = '' } = second ?? {};
    await expect(by.enrolments.enrol({ commandId: randomUUID(), courseId })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    expect((await by.courses.page({ course: slug })).admitted).toBe(false);
    const { id: enrolmentId } = await createEnrolment(test, {
      person,
      course: { courseId, versionId: second?.versionId ?? '' },
    });
    const seen = { commandId: randomUUID(), enrolmentId, activityId: pageId, anchor: null };
    await expect(by.enrolments.see(seen)).rejects.toEqual(fails('PRECONDITION_FAILED'));
    const start = { commandId: randomUUID(), enrolmentId, activityId: quizId };
    await expect(by.quizzes.start(start)).rejects.toEqual(fails('PRECONDITION_FAILED'));
    const shut = await by.courses.activity({ course: slug, activity: 'page' });
    expect([shut.barrier?.kind, shut.activity.text]).toEqual(['course', null]);
    const { steps } = await by.paths.bySlug({ slug: path.slug });
    expect(steps.map(({ state }) => state)).toEqual(['open', 'waits']);
    await hold(person, first, -1);
    await expect(by.enrolments.see(seen)).rejects.toEqual(fails('PRECONDITION_FAILED'));
  });

  it('opens the later course with the credential of the earlier, and holds nobody who does not follow it', async () => {
    const [follower, other] = [await newPerson(), await newPerson()];
    await (await as(follower)).paths.follow({ commandId: randomUUID(), pathId: path.pathId });
    await hold(follower);
    const courseId = second?.courseId ?? '';
    for (const person of [follower, other])
      await (await as(person)).enrolments.enrol({ commandId: randomUUID(), courseId });
    await (await as(other)).paths.follow({ commandId: randomUUID(), pathId: path.pathId });
    expect((await (await as(other)).courses.page({ course: second?.slug ?? '' })).admitted).toBe(false);
    await (await as(other)).paths.leave({ commandId: randomUUID(), pathId: path.pathId });
    expect((await (await as(other)).courses.page({ course: second?.slug ?? '' })).admitted).toBe(true);
  });
});

describe('a cohort on a path', () => {
  const dueAt = new Date(Date.now() + 50 * DAY);
  async function cohortOf(members: { id: string }[]) {
    const id = newId();
    const dates = { startsAt: new Date(Date.now() + DAY), dueAt };
    const named = { nameEn: `Cohort ${id}`, nameFr: `Cohorte ${id}` };
    await test.worker.db.insert(cohorts).values({ id, courseId: first?.courseId ?? '', ...named, ...dates });
    await test.worker.db
      .insert(cohortMembers)
      .values(members.map((one) => ({ cohortId: id, personId: one.id })));
    const looksAfter = { role: 'cohortManager', scope: 'cohort', scopeId: id };
    return { id, keeper: await newPerson({ appointments: [looksAfter] }) };
  }
  const put = async (by: { id: string } | null, cohortId: string) =>
    (await as(by)).paths.putCohort({ commandId: randomUUID(), pathId: path.pathId, cohortId });

  it('is enrolled in what its members lack, by its own deadline, once, and so are those who come later', async () => {
    const [fresh, holder, begun, late] = await Promise.all([
      newPerson(),
      newPerson(),
      newPerson(),
      newPerson(),
    ]);
    await hold(holder);
    await createEnrolment(test, {
      person: begun,
      course: { courseId: second?.courseId ?? '', versionId: second?.versionId ?? '' },
    });
    const { id, keeper } = await cohortOf([fresh, holder, begun]);
    expect(await put(keeper, id)).toMatchObject({ enrolled: 4, notOpen: 0 });
    expect(await put(keeper, id)).toMatchObject({ enrolled: 0 });
    const own = await enrolmentsOf(fresh.id);
    expect(own.map((one) => [one.courseId, one.cohortId, one.dueAt?.getTime()]).sort()).toEqual(
      [
        [first?.courseId, id, dueAt.getTime()],
        [second?.courseId, null, dueAt.getTime()],
      ].sort(),
    );
    await test.worker.db.insert(cohortMembers).values({ cohortId: id, personId: late.id });
    const { steps } = await (await as(late)).paths.bySlug({ slug: path.slug });
    expect(steps.map(({ state }) => state)).toEqual(['open', 'waits']);
    expect(await put(keeper, id)).toMatchObject({ enrolled: 2 });
    const listed = await (await as(keeper)).paths.cohorts({ pathId: path.pathId });
    expect(listed.map((one) => [one.id, one.on, one.people])).toEqual([[id, true, 4]]);
  });

  it('moves its path’s deadlines with its own, and leaves what is under way when it is taken off', async () => {
    const person = await newPerson();
    const { id, keeper } = await cohortOf([person]);
    await put(keeper, id);
    const later = new Date(Date.now() + 80 * DAY);
    await (await as(keeper)).cohorts.edit({
      ...{ commandId: randomUUID(), cohortId: id, revision: 1, nameEn: 'C', nameFr: 'C' },
      ...{ startsAt: new Date(Date.now() + DAY).toISOString(), dueAt: later.toISOString() },
      seats: [{ partyId: scene.nation.id, seats: 4 }],
    });
    expect((await enrolmentsOf(person.id)).map((one) => one.dueAt?.getTime())).toEqual([+later, +later]);
    await (await as(keeper)).paths.takeCohort({ commandId: randomUUID(), pathId: path.pathId, cohortId: id });
    expect(await enrolmentsOf(person.id)).toHaveLength(2);
    const { followers } = await (await as(scene.coordinator)).paths.bySlug({ slug: path.slug });
    expect(followers?.some((one) => one.id === person.id)).toBe(false);
  });

  it('is put there only by who looks after it', async () => {
    const { id } = await cohortOf([await newPerson()]);
    for (const other of [scene.coordinator, scene.stranger, (await cohortOf([await newPerson()])).keeper])
      await expect(put(other, id)).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    await expect(put(null, id)).rejects.toEqual(fails('UNAUTHORIZED'));
    const rows = await test.worker.db
      .select()
      .from(enrolments)
      .innerJoin(
        cohortMembers,
        and(eq(cohortMembers.personId, enrolments.personId), eq(cohortMembers.cohortId, id)),
      );
    expect(rows).toEqual([]);
  });
});

describe('who is where', () => {
  it('is for who looks after people, and names no other party’s', async () => {
    const person = await newPerson();
    await (await as(person)).paths.follow({ commandId: randomUUID(), pathId: path.pathId });
    await hold(person);
    const own = await (await as(scene.coordinator)).paths.progress({ slug: path.slug });
    const line = own.people.find(({ id }) => id === person.id);
    expect(line).toMatchObject({ done: 1, total: 2 });
    expect(line?.cells.map(({ state }) => state)).toEqual(['done', 'open']);
    await expect((await as(person)).paths.progress({ slug: path.slug })).rejects.toEqual(fails('NOT_FOUND'));
    const elsewhere = await createPerson(test, {
      party: scene.other,
      appointments: [{ role: 'trainingCoordinator', scope: 'party', scopeId: scene.other.id }],
    });
    const theirs = await (await as(elsewhere)).paths
      .progress({ slug: path.slug })
      .catch(() => ({ people: [] }));
    expect(theirs.people).toEqual([]);
  });
});
