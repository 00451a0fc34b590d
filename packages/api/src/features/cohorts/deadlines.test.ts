import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { id, inDays, type SeatScene, seatScene } from '../../testing/seats.ts';

let scene: SeatScene;
const fails = (code: string, messageKey?: string) =>
  expect.objectContaining(messageKey ? { code, messageKey } : { code });
const on = (days: number) => [{ activityKey: 'check', dueAt: inDays(days).toISOString() }];

beforeAll(async () => {
  scene = await seatScene();
});
afterAll(() => scene.test.close());

/** A cohort that starts in 10 days and is due in 40, with somebody under way in it. */
async function cohortUnderWay() {
  const cohortId = await scene.makeCohort(3, { startsAt: inDays(10), dueAt: inDays(40) });
  const learner = await scene.learner();
  await scene.ask(learner, cohortId);
  const enrolment = await createEnrolment(scene.test, { person: learner, course: scene.course });
  await scene.test.worker.sql`update enrolment set cohort_id = ${cohortId} where id = ${enrolment.id}`;
  const director = await callerAs(scene.test, scene.director);
  return { cohortId, learner, enrolment, director };
}

async function dueInCourse(who: { id: string }) {
  const page = await (await callerAs(scene.test, who)).courses.page({ course: scene.course.slug });
  return page.units.flatMap(({ activities }) => activities).find(({ key }) => key === 'check')?.dueAt;
}

describe('the last day of an activity in a cohort', () => {
  it('is set, told once, and shown to its learners where they take the course', async () => {
    const { cohortId, learner, director } = await cohortUnderWay();
    const { revision, activities } = await director.cohorts.deadlines({ cohortId });
    expect(activities).toMatchObject([{ key: 'check', dueAt: null }]);
    const deadlines = on(20);
    const saved = await director.cohorts.setDeadlines({ ...id(), cohortId, revision, deadlines });
    expect(await dueInCourse(learner)).toBe(deadlines[0]?.dueAt);
    expect(await dueInCourse(await scene.learner())).toBeNull();
    await director.cohorts.setDeadlines({ ...id(), cohortId, revision: saved.revision, deadlines });
    const told = await (await callerAs(scene.test, learner)).notifications.list({});
    expect(told.items.filter(({ kind }) => kind === 'deadlineMoved')).toHaveLength(1);
  });

  it('gives way to more time that one person was given', async () => {
    const { cohortId, learner, enrolment, director } = await cohortUnderWay();
    const { revision } = await director.cohorts.deadlines({ cohortId });
    await director.cohorts.setDeadlines({ ...id(), cohortId, revision, deadlines: on(20) });
    const dueAt = inDays(25).toISOString();
    const more = { enrolmentId: enrolment.id, activityKey: 'check', dueAt, reason: 'Was ill.' };
    await director.grades.extend({ ...id(), ...more });
    expect(await dueInCourse(learner)).toBe(dueAt);
  });

  it('is taken away again by leaving it out', async () => {
    const { cohortId, learner, director } = await cohortUnderWay();
    const { revision } = await director.cohorts.deadlines({ cohortId });
    const saved = await director.cohorts.setDeadlines({ ...id(), cohortId, revision, deadlines: on(20) });
    await director.cohorts.setDeadlines({ ...id(), cohortId, revision: saved.revision, deadlines: [] });
    expect(await dueInCourse(learner)).toBeNull();
  });

  it('lies in the cohort’s days, on what the course asks for, and is set by one at a time', async () => {
    const { cohortId, director } = await cohortUnderWay();
    const set = (deadlines: ReturnType<typeof on>, revision = 1) =>
      director.cohorts.setDeadlines({ ...id(), cohortId, revision, deadlines });
    await expect(set(on(5))).rejects.toMatchObject({ fields: [{ key: 'cohorts.deadlineBeforeStart' }] });
    await expect(set(on(50))).rejects.toMatchObject({ fields: [{ key: 'cohorts.deadlineAfterCohort' }] });
    const gone = [{ activityKey: 'elsewhere', dueAt: inDays(20).toISOString() }];
    await expect(set(gone)).rejects.toMatchObject({ fields: [{ path: 'deadlines.elsewhere' }] });
    await expect(set(on(20), 7)).rejects.toEqual(fails('CONFLICT', 'cohorts.changed'));
    const both = await Promise.allSettled([set(on(20)), set(on(21))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is for who looks after the cohort alone', async () => {
    const { cohortId, learner } = await cohortUnderWay();
    for (const who of [learner, scene.coordinator, await scene.person(scene.calder)]) {
      const { cohorts } = await callerAs(scene.test, who);
      await expect(cohorts.deadlines({ cohortId })).rejects.toEqual(fails('NOT_FOUND'));
      await expect(
        cohorts.setDeadlines({ ...id(), cohortId, revision: 1, deadlines: on(20) }),
      ).rejects.toEqual(fails('NOT_FOUND'));
    }
    const nobody = await callerAs(scene.test, null);
    await expect(nobody.cohorts.deadlines({ cohortId })).rejects.toEqual(fails('UNAUTHORIZED'));
  });
});
