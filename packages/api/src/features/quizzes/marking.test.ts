import { newId } from '@concord/db/ids';
import { activityProgress, attemptResponses, credentials } from '@concord/db/schema/learning';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { quizTaker } from '../../testing/quiz-taker.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const rich = (source: string) => ({ source, html: `<p>${source}</p>` });
const texts = { en: { prompt: rich('Why?'), explanation: rich('') } };
const choices = [
  { key: 'right', share: 100 },
  { key: 'wrong', share: 0 },
];

/** Somebody who has handed in an essay that waits, and two who may mark it. */
async function handedIn(essays = 1) {
  const taker = await quizTaker(test, party, { passMark: 60 }, [
    { key: 'one', bodies: [{ kind: 'single', texts, choices }] },
    ...Array.from({ length: essays }, (_, index) => ({
      key: `essay-${index}`,
      points: 4,
      bodies: [{ kind: 'essay' as const, texts, guidance: 'Two reasons.' }],
    })),
  ]);
  const marker = async (givenName: string) => {
    const person = await createPerson(test, { party, givenName });
    await createAppointment(test, person, {
      role: 'instructor',
      scope: 'course',
      scopeId: taker.course.courseId,
    });
    return { person, api: await callerAs(test, person) };
  };
  const [first, second] = [await marker('Ada'), await marker('Bo')];
  const attemptId = await taker.start();
  await taker.save(attemptId, 'one', { choices: ['right'] });
  for (let index = 0; index < essays; index += 1)
    await taker.save(attemptId, `essay-${index}`, { text: `Because ${index}.` });
  await taker.submit(attemptId);
  const judgement = (points: number, more: object = {}) => ({
    commandId: newId(),
    attemptId,
    questionKey: 'essay-0',
    points,
    comment: 'Well seen.',
    seen: null,
    ...more,
  });
  return { ...taker, attemptId, first, second, judgement };
}

const told = (personId: string, kind: string) =>
  test.worker.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.kind, kind)));

describe('an answer that waits', () => {
  it('keeps the result back, and those who mark are told', async () => {
    const { attemptId, api, at, first, second, course, person } = await handedIn();
    expect((await api.quizzes.state(at)).earlier).toMatchObject([{ waiting: true, passed: false }]);
    const result = await api.quizzes.result({ attemptId });
    expect(result.questions.map(({ state }) => state).sort()).toEqual(['right', 'waiting']);
    for (const marker of [first, second]) {
      expect(await told(marker.person.id, 'answerToMark')).toMatchObject([
        {
          params: {
            course: 'Spotting a gate',
            courseFr: 'Repérer une porte',
            path: `/learn/${course.slug}/check/marking`,
          },
        },
      ]);
    }
    expect(await told(person.id, 'answerToMark')).toEqual([]);
  });

  it('stands in the queue with its guidance, by question too', async () => {
    const { first, course, person, attemptId } = await handedIn(2);
    const queue = await first.api.quizzes.marking({ activityId: course.quizId });
    expect(queue.answers).toMatchObject([
      {
        attemptId,
        questionKey: 'essay-0',
        guidance: 'Two reasons.',
        answer: { text: 'Because 0.' },
        outOf: 4,
      },
      { questionKey: 'essay-1', person: { id: person.id } },
    ]);
    expect(queue.questions.map(({ waiting }) => waiting)).toEqual([1, 1]);
    const questionId = queue.questions[1]?.id;
    const only = await first.api.quizzes.marking({ activityId: course.quizId, questionId });
    expect(only.answers).toHaveLength(1);
  });

  it('gives the result once the last one is marked, and what follows from passing with it', async () => {
    const { attemptId, api, at, first, judgement, person, enrolment, course } = await handedIn(2);
    expect(await first.api.quizzes.mark(judgement(4))).toEqual({ attemptId, waiting: 1 });
    expect((await api.quizzes.state(at)).earlier).toMatchObject([{ waiting: true }]);
    expect(await told(person.id, 'resultReady')).toEqual([]);
    const last = judgement(3.5, { questionKey: 'essay-1' });
    expect(await first.api.quizzes.mark(last)).toEqual({ attemptId, waiting: 0 });
    const result = await api.quizzes.result({ attemptId });
    expect(result).toMatchObject({ points: 8.5, outOf: 9, percent: 94, passed: true, waiting: false });
    expect(result.questions.find(({ question }) => question.key === 'essay-0')).toMatchObject({
      state: 'marked',
      points: 4,
      comment: 'Well seen.',
    });
    expect(await told(person.id, 'resultReady')).toMatchObject([
      { params: { path: `/learn/${course.slug}/check` } },
    ]);
    const [done] = await test.worker.db
      .select()
      .from(activityProgress)
      .where(
        and(eq(activityProgress.enrolmentId, enrolment.id), eq(activityProgress.activityId, course.quizId)),
      );
    expect(done?.completedAt).not.toBeNull();
    expect(
      await test.worker.db.select().from(credentials).where(eq(credentials.personId, person.id)),
    ).toHaveLength(1);
    const queue = await first.api.quizzes.marking({ activityId: course.quizId });
    expect(queue.answers).toEqual([]);
    expect(
      (await first.api.quizzes.marking({ activityId: course.quizId, marked: true })).answers,
    ).toHaveLength(2);
  });

  it('completes nothing when it is not passed, and once when a second look passes it', async () => {
    const { attemptId, api, first, second, judgement, person, course } = await handedIn();
    await first.api.quizzes.mark(judgement(1));
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ percent: 40, passed: false });
    const earned = () => test.worker.db.select().from(credentials).where(eq(credentials.personId, person.id));
    expect(await earned()).toEqual([]);
    const { answers } = await second.api.quizzes.marking({ activityId: course.quizId, marked: true });
    await second.api.quizzes.mark(judgement(3, { seen: answers[0]?.markedAt }));
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ percent: 80, passed: true });
    expect(await earned()).toHaveLength(1);
    expect(await told(person.id, 'resultReady')).toHaveLength(1);
  });
});

describe('two who mark', () => {
  it('at once do not overwrite one another: the later one is told who was first', async () => {
    const { first, second, judgement, attemptId } = await handedIn();
    const both = await Promise.allSettled([
      first.api.quizzes.mark(judgement(1)),
      second.api.quizzes.mark(judgement(4)),
    ]);
    const [refused, ...others] = both.filter(({ status }) => status === 'rejected');
    expect(others).toEqual([]);
    const winner = both[0]?.status === 'fulfilled' ? { points: 1, name: 'Ada' } : { points: 4, name: 'Bo' };
    expect((refused as PromiseRejectedResult).reason).toMatchObject({
      code: 'CONFLICT',
      messageKey: 'quiz.markedMeanwhile',
      params: { name: expect.stringContaining(winner.name) },
    });
    const [row] = await test.worker.db
      .select()
      .from(attemptResponses)
      .where(and(eq(attemptResponses.attemptId, attemptId), eq(attemptResponses.key, 'essay-0')));
    expect(row?.points).toBe(winner.points);
  });

  it('sending one judgement twice give it once', async () => {
    const { first, judgement, attemptId } = await handedIn();
    const command = judgement(2);
    await Promise.all([first.api.quizzes.mark(command), first.api.quizzes.mark(command)]);
    const records = await test.worker.sql`
      select count(*)::int as n from record_entry where action = 'quiz.mark' and subject_id = ${attemptId}`;
    expect(records[0]?.n).toBe(1);
  });
});

describe('marking is refused', () => {
  it('to everybody but the staff of the course', async () => {
    const { api, judgement, course } = await handedIn();
    const other = await handedIn();
    const stranger = await createPerson(test, { party });
    await createEnrolment(test, { person: stranger, course });
    const manager = await createPerson(test, { party });
    await createAppointment(test, manager, { role: 'trainingManager', scope: 'alliance' });
    const ended = await createPerson(test, { party });
    await createAppointment(test, ended, { role: 'instructor', scope: 'course', scopeId: course.courseId });
    await test.worker
      .sql`update appointment set valid_until = now() - interval '1 second' where person_id = ${ended.id}`;
    const callers = [api, other.first.api];
    for (const person of [stranger, manager, ended]) callers.push(await callerAs(test, person));
    for (const caller of callers) {
      await expect(caller.quizzes.mark(judgement(1))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(caller.quizzes.marking({ activityId: course.quizId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('for too many points, for what is not marked by hand, and of one’s own', async () => {
    const { first, judgement, attemptId, course, person } = await handedIn();
    await expect(first.api.quizzes.mark(judgement(4.5))).rejects.toMatchObject({
      fields: [{ path: 'points', key: 'quiz.tooManyPoints' }],
    });
    await expect(first.api.quizzes.mark(judgement(1, { questionKey: 'one' }))).rejects.toMatchObject({
      messageKey: 'quiz.notByHand',
    });
    await createAppointment(test, person, { role: 'instructor', scope: 'course', scopeId: course.courseId });
    const own = await callerAs(test, person);
    await expect(own.quizzes.mark(judgement(4))).rejects.toMatchObject({ messageKey: 'quiz.ownAttempt' });
    expect((await own.quizzes.result({ attemptId })).waiting).toBe(true);
  });

  it('while the attempt is under way', async () => {
    const { start, save, first, judgement } = await handedIn();
    const attemptId = await start();
    await save(attemptId, 'essay-0', { text: 'Not yet.' });
    await expect(first.api.quizzes.mark(judgement(1, { attemptId }))).rejects.toMatchObject({
      messageKey: 'quiz.notHandedIn',
    });
  });
});
