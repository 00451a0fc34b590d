import { newId } from '@concord/db/ids';
import { cohortMembers, enrolments } from '@concord/db/schema/learning';
import type { AppointmentFixture } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { RIGHT } from '../../testing/quiz-taker.ts';
import { inDays, type SeatScene, seatScene } from '../../testing/seats.ts';
import { dashboardCsv } from './csv.ts';

let scene: SeatScene;
let of: { course: string };
let ours: { id: string };
let theirs: { id: string };
let cohortId: string;

/** One of ours who passed, one of ours who is overdue, one of theirs who tried and failed. */
beforeAll(async () => {
  scene = await seatScene();
  of = { course: scene.course.slug };
  cohortId = await scene.makeCohort(5);
  ours = await scene.person(scene.nordmark);
  theirs = await scene.person(scene.calder);
  const late = await scene.person(scene.nordmark);
  await take(ours, RIGHT);
  await take(theirs, { one: { choices: ['wrong'] } });
  const { id } = await createEnrolment(scene.test, { person: late, course: scene.course });
  await scene.test.worker.db
    .update(enrolments)
    .set({ dueAt: inDays(-3) })
    .where(eq(enrolments.id, id));
  await scene.test.worker.db.insert(cohortMembers).values([
    { cohortId, personId: ours.id },
    { cohortId, personId: theirs.id },
  ]);
}, 60_000);
afterAll(() => scene.test.close());

async function take(person: { id: string }, answers: typeof RIGHT) {
  const { id: enrolmentId } = await createEnrolment(scene.test, { person, course: scene.course });
  const { quizzes } = await callerAs(scene.test, person);
  const at = { enrolmentId, activityId: scene.course.quizId };
  const { attemptId } = await quizzes.start({ ...at, commandId: newId() });
  for (const [questionKey, answer] of Object.entries(answers))
    await quizzes.save({ attemptId, questionKey, sequence: 1, answer });
  await quizzes.submit({ attemptId, commandId: newId() });
}

const as = async (...appointments: AppointmentFixture[]) =>
  callerAs(scene.test, await scene.person(scene.nordmark, ...appointments));
const director = async () => callerAs(scene.test, scene.director);
const coordinator = async () => callerAs(scene.test, scene.coordinator);
const figures = (stages: readonly { stage: string; people: number }[]) =>
  Object.fromEntries(stages.map(({ stage, people }) => [stage, people]));

describe('the dashboard of a course', () => {
  it('counts everybody for who directs it', async () => {
    const shown = await (await director()).dashboards.show({ of });
    expect(figures(shown.stages)).toEqual({ enrolled: 3, begun: 2, half: 1, complete: 1, passed: 1 });
    expect(shown.due.find(({ span }) => span === 'overWeek')?.people).toBe(1);
    expect(shown.results).toMatchObject([
      { key: 'check', title: 'Check', unit: 'One', people: 2, passed: 1, fifths: [1, 0, 0, 0, 1] },
    ]);
    expect(shown.units).toMatchObject([{ title: 'One', begun: 1, done: 1 }]);
    expect(shown.weeks.at(-1)).toMatchObject({ enrolled: 3, completed: 1 });
    expect(shown.questions).toHaveLength(4);
    expect(shown.questions.map(({ tries }) => tries)).toEqual([2, 2, 2, 2]);
    expect(shown.questions.every(({ name }) => name !== null)).toBe(true);
  });

  it('counts the own party for its coordinator, and names no question', async () => {
    const shown = await (await coordinator()).dashboards.show({ of });
    expect(figures(shown.stages)).toMatchObject({ enrolled: 2, complete: 1 });
    expect(shown.parties.map(({ id }) => id)).toEqual([scene.nordmark.id]);
    expect(shown.questions.every(({ name }) => name === null)).toBe(true);
    const elsewhere = await (await coordinator()).dashboards.show({ of, partyId: scene.calder.id });
    expect(figures(elsewhere.stages)).toMatchObject({ enrolled: 0, begun: 0 });
    expect(elsewhere.results).toEqual([]);
  });

  it('is narrowed to a party and to days', async () => {
    const { dashboards } = await director();
    const calder = await dashboards.show({ of, partyId: scene.calder.id });
    expect(figures(calder.stages)).toMatchObject({ enrolled: 1, begun: 1, complete: 0 });
    expect(figures((await dashboards.show({ of, to: '2020-01-01' })).stages)).toMatchObject({ enrolled: 0 });
    expect(figures((await dashboards.show({ of, from: '2020-01-01' })).stages)).toMatchObject({
      enrolled: 3,
    });
    await expect(dashboards.show({ of, from: '2020-02-31' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('follows a decision over a result', async () => {
    const { grades, dashboards } = await director();
    const book = await grades.book({ of });
    const failed = book.rows.find(({ personId }) => personId === theirs.id);
    const decide = (outcome: 'pass' | 'computed') =>
      grades.decide({
        ...{ commandId: newId(), enrolmentId: failed?.enrolmentId ?? '', activityKey: 'check', outcome },
        ...{ percent: null, reason: 'oral' },
      });
    await decide('pass');
    expect((await dashboards.show({ of })).results[0]?.passed).toBe(2);
    await decide('computed');
    expect((await dashboards.show({ of })).results[0]?.passed).toBe(1);
  });
});

describe('the dashboard of a cohort', () => {
  it('begins with its seats, and is for who looks after it', async () => {
    const manager = await as({ role: 'cohortManager', scope: 'cohort', scopeId: cohortId });
    const shown = await manager.dashboards.show({ of: { cohortId } });
    expect(figures(shown.stages)).toMatchObject({ seated: 2, enrolled: 2, begun: 2, complete: 1 });
    const own = await (await coordinator()).dashboards.show({ of: { cohortId } });
    expect(figures(own.stages)).toMatchObject({ seated: 1, enrolled: 1, complete: 1 });
    await expect(manager.dashboards.show({ of })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('is not there for learners, for expired appointments, for other courses’ staff; signed out is refused', async () => {
  const past = { from: new Date(0), until: new Date(Date.now() - 1000) };
  const strangers = [
    await callerAs(scene.test, ours),
    await as({ role: 'trainingCoordinator', scope: 'party', scopeId: scene.nordmark.id, ...past }),
    await as({ role: 'courseDirector', scope: 'course', scopeId: scene.course.courseId, ...past }),
    await as({ role: 'courseDirector', scope: 'course', scopeId: newId() }),
    await as({ role: 'securityOfficer', scope: 'party', scopeId: scene.nordmark.id }),
  ];
  for (const api of strangers)
    for (const whose of [of, { cohortId }])
      await expect(api.dashboards.show({ of: whose })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const nobody = await callerAs(scene.test, null);
  await expect(nobody.dashboards.show({ of })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

it('gives each chart as a table, of those the reader may see', async () => {
  const csv = async (person: { id: string }, chart: Parameters<typeof dashboardCsv>[2]) =>
    inTransaction(servicesOf(scene.test), await requestAs(scene.test, person), (ctx) =>
      dashboardCsv(ctx as SignedIn, { of }, chart),
    );
  expect(await csv(scene.director, 'progress')).toContain('enrolled,3\r\n');
  expect(await csv(scene.coordinator, 'progress')).toContain('enrolled,2\r\n');
  expect(await csv(scene.director, 'results')).toContain('One,Check,2,1,0,');
  for (const chart of ['due', 'weeks', 'units', 'questions'] as const)
    expect((await csv(scene.director, chart)).split('\r\n').length).toBeGreaterThan(2);
});
