import { newId } from '@concord/db/ids';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { gradeDecisions } from '@concord/db/schema/seats';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { type AppointmentFixture, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { assignmentScene, judgement } from '../../testing/assignments.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { attemptsIn, quizTaker } from '../../testing/quiz-taker.ts';
import { gradesCsv } from './csv.ts';

let test: TestDatabase;
let party: Awaited<ReturnType<typeof createParty>>;
let other: typeof party;
beforeAll(async () => {
  test = await testDatabase();
  [party, other] = [await createParty(test), await createParty(test)];
});
afterAll(() => test.close());

type Taker = Awaited<ReturnType<typeof quizTaker>>;
const held = (appointment: AppointmentFixture) => createPerson(test, { party, appointments: [appointment] });
const as = async (appointment: AppointmentFixture) => callerAs(test, await held(appointment));
const staff = (taker: Taker, role: 'courseDirector' | 'instructor' = 'courseDirector') =>
  as({ role, scope: 'course', scopeId: taker.course.courseId });
const wrong = { one: { choices: ['wrong'] } };

async function handIn(taker: Taker, answers?: typeof wrong) {
  const attemptId = await taker.start();
  await taker.answerAll(attemptId, answers);
  await taker.submit(attemptId);
}

const decision = (
  taker: Taker,
  outcome: 'pass' | 'fail' | 'computed',
  activityKey: string | null = 'check',
) => ({
  commandId: newId(),
  enrolmentId: taker.enrolment.id,
  activityKey,
  outcome,
  percent: null,
  reason: 'Shown in the oral part',
});

const pathOf = async ({ enrolment }: { enrolment: { id: string } }) =>
  (await test.worker.db.select().from(enrolments).where(eq(enrolments.id, enrolment.id)))[0];

const course = (taker: Taker) => ({ of: { course: taker.course.slug } });

describe('a decision over a result', () => {
  it('completes what the evidence did not, and leaves the evidence as it was', async () => {
    const taker = await quizTaker(test, party);
    await handIn(taker, wrong);
    const before = await attemptsIn(test, taker.enrolment.id);
    const api = await staff(taker);
    expect(await api.grades.decide(decision(taker, 'pass'))).toMatchObject({ completed: true });
    expect((await pathOf(taker))?.completedAt).not.toBeNull();
    expect(await attemptsIn(test, taker.enrolment.id)).toEqual(before);
    const issued = await test.worker.db
      .select()
      .from(credentials)
      .where(eq(credentials.enrolmentId, taker.enrolment.id));
    expect(issued).toHaveLength(1);
    const { rows } = await api.grades.book(course(taker));
    expect(rows[0]).toMatchObject({
      state: 'completed',
      results: { check: { tries: 1, passed: false } },
      decisions: { check: { outcome: 'pass', reason: 'Shown in the oral part' } },
    });
    const told = await test.worker.db
      .select({ kind: notifications.kind })
      .from(notifications)
      .where(eq(notifications.personId, taker.person.id));
    expect(told.map(({ kind }) => kind)).toContain('resultReady');
  });

  it('reopens what was passed until it is taken back; a new attempt does not overrule it', async () => {
    const taker = await quizTaker(test, party);
    await handIn(taker);
    const first = (await pathOf(taker))?.completedAt;
    expect(first).not.toBeNull();
    const api = await staff(taker, 'instructor');
    expect(await api.grades.decide(decision(taker, 'fail'))).toMatchObject({ completed: false });
    expect((await pathOf(taker))?.completedAt).toBeNull();
    await handIn(taker);
    expect((await pathOf(taker))?.completedAt).toBeNull();
    await api.grades.decide(decision(taker, 'computed'));
    expect((await pathOf(taker))?.completedAt).not.toBeNull();
    const kept = await test.worker.db
      .select()
      .from(gradeDecisions)
      .where(eq(gradeDecisions.enrolmentId, taker.enrolment.id));
    expect(kept.map(({ outcome }) => outcome)).toEqual(['fail', 'computed']);
  });

  it('may be over the course as a whole', async () => {
    const taker = await quizTaker(test, party);
    const api = await as({ role: 'trainingManager', scope: 'alliance' });
    await api.grades.decide(decision(taker, 'pass', null));
    expect((await pathOf(taker))?.completedAt).not.toBeNull();
    await api.grades.decide(decision(taker, 'computed', null));
    expect((await pathOf(taker))?.completedAt).toBeNull();
  });

  it('is never over one’s own, nor anybody’s but the staff’s, and takes effect once', async () => {
    const taker = await quizTaker(test, party);
    const elsewhere = await quizTaker(test, party);
    const strangers = [
      taker.api,
      await staff(elsewhere),
      await as({ role: 'trainingCoordinator', scope: 'party', scopeId: party.id }),
      await callerAs(
        test,
        await held({
          ...{ role: 'instructor', scope: 'course', scopeId: taker.course.courseId, from: new Date(0) },
          until: new Date(Date.now() - 1000),
        }),
      ),
    ];
    for (const api of strangers)
      await expect(api.grades.decide(decision(taker, 'pass'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await callerAs(test, null)).grades.decide(decision(taker, 'pass'))).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const teacher = await held({
      ...{ role: 'courseDirector', scope: 'course', scopeId: taker.course.courseId },
    });
    const own = await createEnrolment(test, { person: teacher, course: taker.course });
    const api = await callerAs(test, teacher);
    await expect(
      api.grades.decide({ ...decision(taker, 'pass'), enrolmentId: own.id }),
    ).rejects.toMatchObject({ messageKey: 'grades.own' });
    await expect(api.grades.decide(decision(taker, 'pass', 'page'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const command = decision(taker, 'pass');
    await Promise.all([api.grades.decide(command), api.grades.decide(command)]);
    const [{ n } = { n: 0 }] = await test.worker.sql<{ n: number }[]>`
      select count(*)::int as n from grade_decision where enrolment_id = ${taker.enrolment.id}`;
    expect(n).toBe(1);
    await expect(
      test.app.sql`update grade_decision set outcome = 'fail' where enrolment_id = ${taker.enrolment.id}`,
    ).rejects.toThrow(/permission denied/);
  });
});

describe('the book', () => {
  it('shows a coordinator the own party only, and others nothing', async () => {
    const taker = await quizTaker(test, party);
    await test.worker.sql`update marking set releasable_to = array[${party.id}, ${other.id}]::uuid[]`;
    await handIn(taker);
    const foreign = await createPerson(test, { party: other });
    await createEnrolment(test, { person: foreign, course: taker.course });
    expect((await (await staff(taker)).grades.book(course(taker))).rows).toHaveLength(2);
    const coordinator = await as({ role: 'trainingCoordinator', scope: 'party', scopeId: party.id });
    const book = await coordinator.grades.book(course(taker));
    expect(book.rows.map(({ personId }) => personId)).toEqual([taker.person.id]);
    expect(book.rows[0]?.results).toMatchObject({ check: { percent: 100, passed: true } });
    expect(book.parties.map(({ id }) => id)).toEqual([party.id]);
    expect(book.can).toEqual({ decide: false, extend: false });
    expect((await coordinator.grades.book({ ...course(taker), partyId: other.id })).rows).toEqual([]);
    await expect(taker.api.grades.book(course(taker))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const officer = await as({ role: 'securityOfficer', scope: 'party', scopeId: party.id });
    await expect(officer.grades.book(course(taker))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows work marked by a rubric with its figure: the mean of those who marked it', async () => {
    const scene = await assignmentScene(test, party, { secondMarker: true });
    const [ada, ben] = [await scene.staff('Ada'), await scene.staff('Ben', 'courseDirector')];
    const id = await scene.handIn();
    const results = async () =>
      (await ben.api.grades.book({ of: { course: scene.course.slug } })).rows[0]?.results;
    await ada.api.assignments.judge(judgement(id, { scores: { clear: 3, right: 5 } }));
    expect(await results()).toMatchObject({ check: { percent: null, passed: null, waiting: true } });
    await ben.api.assignments.judge(judgement(id, { scores: { clear: 4, right: 6 } }));
    expect(await results()).toMatchObject({ check: { percent: 90, passed: true, tries: 1 } });
  });

  it('goes through everybody once, page by page, and as a table for a spreadsheet', async () => {
    const taker = await quizTaker(test, party);
    for (let index = 0; index < 55; index += 1)
      await createEnrolment(test, { person: await createPerson(test, { party }), course: taker.course });
    const teacher = await held({
      ...{ role: 'instructor', scope: 'course', scopeId: taker.course.courseId },
    });
    await test.worker.sql`update marking set releasable_to = array[${party.id}, ${other.id}]::uuid[]`;
    const api = await callerAs(test, teacher);
    const first = await api.grades.book(course(taker));
    const second = await api.grades.book({ ...course(taker), after: first.next ?? '' });
    const ids = [...first.rows, ...second.rows].map(({ enrolmentId }) => enrolmentId);
    expect([first.rows.length, second.rows.length, new Set(ids).size]).toEqual([50, 6, 56]);
    expect(second.next).toBeNull();
    const csv = await inTransaction(servicesOf(test), await requestAs(test, teacher), (ctx) =>
      gradesCsv(ctx as SignedIn, course(taker)),
    );
    expect(csv.split('\r\n')).toHaveLength(58);
  });
});

describe('more time for one person', () => {
  it('moves the deadline with a reason, for who may give it', async () => {
    const taker = await quizTaker(test, party);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const more = { enrolmentId: taker.enrolment.id, dueAt, reason: 'On a ship' };
    const api = await staff(taker);
    await api.grades.extend({ ...more, commandId: newId(), activityKey: null });
    await api.grades.extend({ ...more, commandId: newId(), activityKey: 'check' });
    expect((await pathOf(taker))?.dueAt?.toISOString()).toBe(dueAt);
    const { rows } = await api.grades.book(course(taker));
    expect(Object.keys(rows[0]?.extensions ?? {}).sort()).toEqual(['', 'check']);
    const past = { ...more, commandId: newId(), activityKey: null, dueAt: new Date(0).toISOString() };
    await expect(api.grades.extend(past)).rejects.toMatchObject({ fields: [{ path: 'dueAt' }] });
    const again = { ...more, commandId: newId(), activityKey: null };
    const coordinator = await as({ role: 'trainingCoordinator', scope: 'party', scopeId: party.id });
    for (const one of [taker.api, coordinator])
      await expect(one.grades.extend(again)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
