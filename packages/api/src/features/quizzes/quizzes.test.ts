import { newId } from '@concord/db/ids';
import {
  activityProgress,
  attemptAnswers,
  attempts,
  credentials,
  enrolments,
} from '@concord/db/schema/learning';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';
import type { Answer } from './schemas.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const RIGHT: Record<string, Answer> = {
  one: { choices: ['right'] },
  two: { choices: ['a', 'b'] },
  three: { choices: ['true'] },
  four: { text: ' secret GATE ' },
};

async function learner(quiz: Parameters<typeof createQuizCourse>[1]['quiz'] = {}) {
  const person = await createPerson(test, { party });
  const course = await createQuizCourse(test, { party, quiz });
  const enrolment = await createEnrolment(test, { person, course });
  const api = await callerAs(test, person);
  const at = { enrolmentId: enrolment.id, activityId: course.quizId };
  const start = async () => (await api.quizzes.start({ ...at, commandId: newId() })).attemptId;
  const save = (attemptId: string, questionKey: string, answer: Answer, sequence = 1) =>
    api.quizzes.save({ attemptId, questionKey, sequence, answer });
  const answerAll = async (attemptId: string, answers = RIGHT) => {
    for (const [key, answer] of Object.entries(answers)) await save(attemptId, key, answer);
  };
  const submit = (attemptId: string, commandId = newId()) => api.quizzes.submit({ attemptId, commandId });
  return { person, course, enrolment, api, at, start, save, answerAll, submit };
}

/** Moves the start and the end of an attempt, as if time had passed. */
async function age(attemptId: string, seconds: number) {
  const by = sql`make_interval(secs => ${seconds})`;
  await test.worker.db
    .update(attempts)
    .set({ startedAt: sql`${attempts.startedAt} - ${by}`, endsAt: sql`${attempts.endsAt} - ${by}` })
    .where(eq(attempts.id, attemptId));
}

const attemptsIn = (enrolmentId: string) =>
  test.worker.db.select().from(attempts).where(eq(attempts.enrolmentId, enrolmentId));

describe('starting', () => {
  it('takes one attempt from any number of tabs', async () => {
    const { start, enrolment } = await learner();
    const ids = await Promise.all([start(), start(), start(), start()]);
    expect(new Set(ids).size).toBe(1);
    expect(await attemptsIn(enrolment.id)).toHaveLength(1);
  });

  it('with one command sent twice, at once and later, has one effect', async () => {
    const { api, at, enrolment } = await learner();
    const input = { ...at, commandId: newId() };
    const both = await Promise.all([api.quizzes.start(input), api.quizzes.start(input)]);
    expect(both[0]).toEqual(both[1]);
    expect(await api.quizzes.start(input)).toEqual(both[0]);
    expect(await attemptsIn(enrolment.id)).toHaveLength(1);
  });

  it('stops at the most attempts allowed', async () => {
    const { start, submit, api, at } = await learner({ maxAttempts: 2 });
    for (const left of [1, 0]) {
      await submit(await start());
      const { start: may } = await api.quizzes.state(at);
      expect(may).toEqual(left > 0 ? { may: true, left } : { may: false, reason: 'noneLeft' });
    }
    await expect(start()).rejects.toMatchObject({ messageKey: 'quiz.noneLeft' });
  });

  it('is only for the person enrolled', async () => {
    const { at, course } = await learner();
    const other = await createPerson(test, { party });
    const theirs = await createEnrolment(test, { person: other, course });
    const api = await callerAs(test, other);
    const commandId = newId();
    await expect(api.quizzes.start({ ...at, commandId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(api.quizzes.state(at)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const activityId of [course.pageId, newId()]) {
      const input = { enrolmentId: theirs.id, activityId, commandId: newId() };
      await expect(api.quizzes.start(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const out = await callerAs(test, null);
    await expect(out.quizzes.start({ ...at, commandId })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(out.quizzes.state(at)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('is over for who has left the course', async () => {
    const { at, api, start, submit, enrolment } = await learner();
    const attemptId = await start();
    await test.worker.db
      .update(enrolments)
      .set({ withdrawnAt: new Date() })
      .where(eq(enrolments.id, enrolment.id));
    await expect(api.quizzes.state(at)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(submit(attemptId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an attempt under way', () => {
  it('tells nothing of the answers before it is handed in', async () => {
    const { api, at, start, answerAll, save } = await learner();
    const before = JSON.stringify(await api.quizzes.state(at));
    const attemptId = await start();
    await answerAll(attemptId, { one: { choices: ['wrong'] } });
    const saved = await save(attemptId, 'two', { choices: ['c'] });
    const during = JSON.stringify([await api.quizzes.state(at), saved]);
    expect(during).toContain('en right');
    for (const seen of [before, during]) expect(seen).not.toMatch(/SECRET|correct|accepted|explanation/i);
    await expect(api.quizzes.result({ attemptId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps its order, and speaks the language asked for', async () => {
    const { api, at, start } = await learner();
    await start();
    const [once, again, french] = await Promise.all([
      api.quizzes.state(at),
      api.quizzes.state(at),
      api.quizzes.state({ ...at, language: 'fr' }),
    ]);
    expect(again.open?.questions).toEqual(once.open?.questions);
    const order = (state: typeof once) =>
      state.open?.questions.map(({ key, choices }) => [key, choices.map((choice) => choice.key)]);
    expect(order(french)).toEqual(order(once));
    expect(french.open?.questions[0]?.prompt).toMatch(/^<p>fr /);
  });
});

describe('saving', () => {
  it('lets the highest sequence stand, whichever comes first', async () => {
    const { start, save, api, at } = await learner();
    const attemptId = await start();
    await save(attemptId, 'one', { choices: ['wrong'] }, 5);
    const older = await save(attemptId, 'one', { choices: ['other'] }, 4);
    expect(older).toMatchObject({ sequence: 5, answer: { choices: ['wrong'] } });
    const many = Array.from({ length: 8 }, (_, index) => index + 6);
    await Promise.all(
      many.map((sequence) =>
        save(attemptId, 'one', { choices: [sequence === 13 ? 'right' : 'other'] }, sequence),
      ),
    );
    const { open } = await api.quizzes.state(at);
    expect(open?.answers.one).toMatchObject({ sequence: 13, answer: { choices: ['right'] } });
  });

  it('sent again keeps the instant of the first', async () => {
    const { start, save } = await learner();
    const attemptId = await start();
    const first = await save(attemptId, 'four', { text: 'x' }, 2);
    expect(await save(attemptId, 'four', { text: 'x' }, 2)).toEqual(first);
  });

  it('is stored as an object, not as a text of one', async () => {
    const { start, save } = await learner();
    const attemptId = await start();
    await save(attemptId, 'one', { choices: ['right'] });
    const kinds = await test.worker.sql`
      select jsonb_typeof(answer) as kind from attempt_answer where attempt_id = ${attemptId}`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['object']);
  });

  it('refuses what is not there, and is refused to others', async () => {
    const { start, save, course } = await learner();
    const attemptId = await start();
    const other = await createPerson(test, { party });
    await createEnrolment(test, { person: other, course });
    const input = { attemptId, questionKey: 'one', sequence: 9, answer: { choices: ['right'] } };
    await expect((await callerAs(test, other)).quizzes.save(input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect((await callerAs(test, null)).quizzes.save(input)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    await expect(save(attemptId, 'nowhere', { choices: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(save(newId(), 'one', { choices: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(save(attemptId, 'four', { text: 'a\u0000' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(save(attemptId, 'four', { text: 'a'.repeat(501) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('goes on for the grace after the end by the database’s clock, and no longer', async () => {
    const { start, save, submit, api, at } = await learner({ minutes: 1 });
    const attemptId = await start();
    await age(attemptId, 63);
    await save(attemptId, 'one', RIGHT.one as Answer);
    expect((await api.quizzes.state(at)).open?.state).toBe('expired');
    await age(attemptId, 10);
    await expect(save(attemptId, 'two', RIGHT.two as Answer)).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      messageKey: 'quiz.timeOver',
    });
    await submit(attemptId);
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ points: 1, outOf: 5, passed: false });
    await expect(save(attemptId, 'two', RIGHT.two as Answer)).rejects.toMatchObject({
      messageKey: 'quiz.handedIn',
    });
  });

  it('at the same time as handing in is either counted or refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { start, save, submit, api } = await learner();
      const attemptId = await start();
      const [saved] = await Promise.allSettled([
        save(attemptId, 'one', RIGHT.one as Answer),
        submit(attemptId),
      ]);
      const { points } = await api.quizzes.result({ attemptId });
      expect(points).toBe(saved.status === 'fulfilled' ? 1 : 0);
    }
  });
});

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
    const points = await db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, attemptId));
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
    await age(attemptId, 3600);
    await start();
    const [closed] = (await attemptsIn(enrolment.id)).filter(({ id }) => id === attemptId);
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
    expect(seen.questions.map(({ correct }) => correct)).toEqual([true, true, true, true]);
  });

  it('shows what was right, and the words to what was chosen', async () => {
    const { start, save, submit, api } = await learner();
    const attemptId = await start();
    await save(attemptId, 'one', { choices: ['wrong'] });
    await save(attemptId, 'four', { text: 'a fence' });
    await submit(attemptId);
    const { questions } = await api.quizzes.result({ attemptId });
    const one = questions.find(({ key }) => key === 'one');
    expect(one?.choices.map(({ key, chosen, feedback }) => [key, chosen, feedback])).toEqual([
      ['wrong', true, 'SECRET feedback wrong'],
      ['right', false, 'SECRET feedback right'],
      ['other', false, ''],
    ]);
    expect(questions.find(({ key }) => key === 'four')).toMatchObject({
      typed: 'a fence',
      accepted: ['SECRET gate'],
      explanation: 'SECRET explanation',
    });
  });
});
