import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { cohortMembers, cohorts, enrolments } from '@concord/db/schema/learning';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { pathScene } from '../../testing/paths.ts';

const DAY = 86_400_000;
let paths: Awaited<ReturnType<typeof pathScene>>;
const as = (person: { id: string } | null) => callerAs(paths.test, person);
const fails = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  paths = await pathScene();
});
afterAll(() => paths.test.close());

describe('a path that goes in order', () => {
  it('lets nobody who follows it into a later course, at any door, before the earlier is done', async () => {
    const person = await paths.newPerson();
    const by = await as(person);
    await by.paths.follow({ commandId: randomUUID(), pathId: paths.path.pathId });
    const { courseId, slug, pageId, quizId } = paths.second;
    await expect(by.enrolments.enrol({ commandId: randomUUID(), courseId })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    expect((await by.courses.page({ course: slug })).admitted).toBe(false);
    const { id: enrolmentId } = await createEnrolment(paths.test, {
      person,
      course: paths.second,
    });
    const seen = { commandId: randomUUID(), enrolmentId, activityId: pageId, anchor: null };
    await expect(by.enrolments.see(seen)).rejects.toEqual(fails('PRECONDITION_FAILED'));
    const start = { commandId: randomUUID(), enrolmentId, activityId: quizId };
    await expect(by.quizzes.start(start)).rejects.toEqual(fails('PRECONDITION_FAILED'));
    const shut = await by.courses.activity({ course: slug, activity: 'page' });
    expect([shut.barrier?.kind, shut.activity.text]).toEqual(['course', null]);
    const { steps } = await by.paths.bySlug({ slug: paths.path.slug });
    expect(steps.map(({ state }) => state)).toEqual(['open', 'waits']);
    await paths.hold(person, paths.first, -1);
    await expect(by.enrolments.see(seen)).rejects.toEqual(fails('PRECONDITION_FAILED'));
  });

  it('opens the later course with the credential of the earlier, and holds nobody who does not follow it', async () => {
    const [follower, other] = [await paths.newPerson(), await paths.newPerson()];
    await (await as(follower)).paths.follow({ commandId: randomUUID(), pathId: paths.path.pathId });
    await paths.hold(follower);
    const { courseId } = paths.second;
    for (const person of [follower, other])
      await (await as(person)).enrolments.enrol({ commandId: randomUUID(), courseId });
    await (await as(other)).paths.follow({ commandId: randomUUID(), pathId: paths.path.pathId });
    expect((await (await as(other)).courses.page({ course: paths.second.slug })).admitted).toBe(false);
    await (await as(other)).paths.leave({ commandId: randomUUID(), pathId: paths.path.pathId });
    expect((await (await as(other)).courses.page({ course: paths.second.slug })).admitted).toBe(true);
  });
});

describe('a cohort on a path', () => {
  const dueAt = new Date(Date.now() + 50 * DAY);
  async function cohortOf(members: { id: string }[]) {
    const id = newId();
    const dates = { startsAt: new Date(Date.now() + DAY), dueAt };
    const named = { nameEn: `Cohort ${id}`, nameFr: `Cohorte ${id}` };
    await paths.test.worker.db
      .insert(cohorts)
      .values({ id, courseId: paths.first.courseId, ...named, ...dates });
    await paths.test.worker.db
      .insert(cohortMembers)
      .values(members.map((one) => ({ cohortId: id, personId: one.id })));
    const looksAfter = { role: 'cohortManager', scope: 'cohort', scopeId: id };
    return { id, keeper: await paths.newPerson({ appointments: [looksAfter] }) };
  }
  const put = async (by: { id: string } | null, cohortId: string) =>
    (await as(by)).paths.putCohort({ commandId: randomUUID(), pathId: paths.path.pathId, cohortId });

  it('is enrolled in what its members lack, by its own deadline, once, and so are those who come later', async () => {
    const [fresh, holder, begun, late] = await Promise.all([
      paths.newPerson(),
      paths.newPerson(),
      paths.newPerson(),
      paths.newPerson(),
    ]);
    await paths.hold(holder);
    await createEnrolment(paths.test, {
      person: begun,
      course: { courseId: paths.second.courseId, versionId: paths.second.versionId },
    });
    const { id, keeper } = await cohortOf([fresh, holder, begun]);
    expect(await put(keeper, id)).toMatchObject({ enrolled: 4, notOpen: 0 });
    expect(await put(keeper, id)).toMatchObject({ enrolled: 0 });
    const own = await paths.enrolmentsOf(fresh.id);
    expect(own.map((one) => [one.courseId, one.cohortId, one.dueAt?.getTime()]).sort()).toEqual(
      [
        [paths.first.courseId, id, dueAt.getTime()],
        [paths.second.courseId, null, dueAt.getTime()],
      ].sort(),
    );
    await paths.test.worker.db.insert(cohortMembers).values({ cohortId: id, personId: late.id });
    const { steps } = await (await as(late)).paths.bySlug({ slug: paths.path.slug });
    expect(steps.map(({ state }) => state)).toEqual(['open', 'waits']);
    expect(await put(keeper, id)).toMatchObject({ enrolled: 2 });
    const listed = await (await as(keeper)).paths.cohorts({ pathId: paths.path.pathId });
    expect(listed.map((one) => [one.id, one.on, one.people])).toEqual([[id, true, 4]]);
  });

  it('moves its path’s deadlines with its own, and leaves what is under way when it is taken off', async () => {
    const person = await paths.newPerson();
    const { id, keeper } = await cohortOf([person]);
    await put(keeper, id);
    const later = new Date(Date.now() + 80 * DAY);
    await (await as(keeper)).cohorts.edit({
      ...{ commandId: randomUUID(), cohortId: id, revision: 1, nameEn: 'C', nameFr: 'C' },
      ...{ startsAt: new Date(Date.now() + DAY).toISOString(), dueAt: later.toISOString() },
      seats: [{ partyId: paths.scene.nation.id, seats: 4 }],
    });
    expect((await paths.enrolmentsOf(person.id)).map((one) => one.dueAt?.getTime())).toEqual([
      +later,
      +later,
    ]);
    await (await as(keeper)).paths.takeCohort({
      commandId: randomUUID(),
      pathId: paths.path.pathId,
      cohortId: id,
    });
    expect(await paths.enrolmentsOf(person.id)).toHaveLength(2);
    const { followers } = await (await as(paths.scene.coordinator)).paths.bySlug({ slug: paths.path.slug });
    expect(followers?.some((one) => one.id === person.id)).toBe(false);
  });

  it('is put there only by who looks after it', async () => {
    const { id } = await cohortOf([await paths.newPerson()]);
    for (const other of [
      paths.scene.coordinator,
      paths.scene.stranger,
      (await cohortOf([await paths.newPerson()])).keeper,
    ])
      await expect(put(other, id)).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    await expect(put(null, id)).rejects.toEqual(fails('UNAUTHORIZED'));
    const rows = await paths.test.worker.db
      .select()
      .from(enrolments)
      .innerJoin(
        cohortMembers,
        and(eq(cohortMembers.personId, enrolments.personId), eq(cohortMembers.cohortId, id)),
      );
    expect(rows).toEqual([]);
  });
});
