import { newId } from '@concord/db/ids';
import { activityProgress, attemptResponses, credentials } from '@concord/db/schema/learning';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { ageAttempt, attemptsIn, quizTaker } from '../../testing/quiz-taker.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const learner = (quiz?: Parameters<typeof quizTaker>[2]) => quizTaker(test, party, quiz);

describe('handing in', () => {
  it('grades once, completes the course and earns the credential, however often it is sent', async () => {
    const { start, answerAll, submit, api, enrolment, course, person } = await learner();
    const attemptId = await start();
    await answerAll(attemptId);
    const commandId = newId();
    await Promise.all([submit(attemptId, commandId), submit(attemptId, commandId), submit(attemptId)]);
    await submit(attemptId);
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ percent: 100, passed: true, points: 5 });
    const db = test.worker.db;
    const [done] = await db
      .select()
      .from(activityProgress)
      .where(
        and(eq(activityProgress.enrolmentId, enrolment.id), eq(activityProgress.activityId, course.quizId)),
      );
    expect(done?.completedAt).not.toBeNull();
    expect(await db.select().from(credentials).where(eq(credentials.personId, person.id))).toHaveLength(1);
    const records = await db.select().from(recordEntries).where(eq(recordEntries.subjectId, attemptId));
    expect(records.map(({ action }) => action).sort()).toEqual(['quiz.start', 'quiz.submit']);
    const points = await db.select().from(attemptResponses).where(eq(attemptResponses.attemptId, attemptId));
    expect(points.map((row) => row.points).sort()).toEqual([1, 1, 1, 2]);
  });

  it('not passed completes nothing, and may be tried again', async () => {
    const { start, save, submit, api, at, enrolment } = await learner();
    const first = await start();
    await save(first, 'two', { choices: ['a', 'c'] });
    await submit(first);
    const result = await api.quizzes.result({ attemptId: first });
    expect(result).toMatchObject({ percent: 0, passed: false, passMark: 60 });
    const second = await start();
    expect(second).not.toBe(first);
    expect((await api.quizzes.state(at)).earlier).toMatchObject([{ id: first, passed: false }]);
    const done = await test.worker.db
      .select()
      .from(activityProgress)
      .where(eq(activityProgress.enrolmentId, enrolment.id));
    expect(done.filter(({ completedAt }) => completedAt !== null)).toEqual([]);
  });

  it('with every answer in time but late itself counts what was saved', async () => {
    const { start, answerAll, api, enrolment } = await learner({ minutes: 1 });
    const attemptId = await start();
    await answerAll(attemptId);
    await ageAttempt(test, attemptId, 3600);
    await start();
    const [closed] = (await attemptsIn(test, enrolment.id)).filter(({ id }) => id === attemptId);
    expect(closed).toMatchObject({ passed: true, percent: 100 });
    expect(closed?.submittedAt).toEqual(closed?.endsAt);
    expect((await api.quizzes.result({ attemptId })).passed).toBe(true);
  });

  it('is nobody else’s, and its result is the person’s and the course’s staff’s', async () => {
    const { start, answerAll, submit, course } = await learner();
    const attemptId = await start();
    await answerAll(attemptId);
    const other = await createPerson(test, { party });
    await createEnrolment(test, { person: other, course });
    const api = await callerAs(test, other);
    await expect(api.quizzes.submit({ attemptId, commandId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await submit(attemptId);
    await expect(api.quizzes.result({ attemptId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const out = await callerAs(test, null);
    await expect(out.quizzes.submit({ attemptId, commandId: newId() })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const director = await createPerson(test, { party });
    await createAppointment(test, director, {
      role: 'courseDirector',
      scope: 'course',
      scopeId: course.courseId,
    });
    const seen = await (await callerAs(test, director)).quizzes.result({ attemptId });
    expect(seen.questions.map(({ state }) => state)).toEqual(['right', 'right', 'right', 'right']);
  });

  it('shows what was right, and the words to what was chosen', async () => {
    const { start, save, submit, api } = await learner();
    const attemptId = await start();
    await save(attemptId, 'one', { choices: ['wrong'] });
    await save(attemptId, 'four', { text: 'a fence' });
    await submit(attemptId);
    const { questions } = await api.quizzes.result({ attemptId });
    const one = questions.find(({ question }) => question.key === 'one');
    expect(one).toMatchObject({
      state: 'wrong',
      answer: { choices: ['wrong'] },
      solution: { choices: ['right'] },
      feedback: { wrong: 'SECRET feedback wrong', right: 'SECRET feedback right' },
    });
    expect(one?.feedback).not.toHaveProperty('other');
    expect(questions.find(({ question }) => question.key === 'four')).toMatchObject({
      answer: { text: 'a fence' },
      solution: { accepted: ['SECRET gate'] },
      explanation: 'SECRET explanation',
    });
    expect(questions.filter(({ state }) => state === 'unanswered')).toHaveLength(2);
  });
});
