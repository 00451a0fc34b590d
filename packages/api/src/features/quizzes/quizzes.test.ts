import { newId } from '@concord/db/ids';
import { enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { ageAttempt, attemptsIn, quizTaker, RIGHT } from '../../testing/quiz-taker.ts';
import type { Answer } from './schemas.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const learner = (quiz?: Parameters<typeof quizTaker>[2]) => quizTaker(test, party, quiz);

describe('starting', () => {
  it('takes one attempt from any number of tabs', async () => {
    const { start, enrolment } = await learner();
    const ids = await Promise.all([start(), start(), start(), start()]);
    expect(new Set(ids).size).toBe(1);
    expect(await attemptsIn(test, enrolment.id)).toHaveLength(1);
  });

  it('with one command sent twice, at once and later, has one effect', async () => {
    const { api, at, enrolment } = await learner();
    const input = { ...at, commandId: newId() };
    const both = await Promise.all([api.quizzes.start(input), api.quizzes.start(input)]);
    expect(both[0]).toEqual(both[1]);
    expect(await api.quizzes.start(input)).toEqual(both[0]);
    expect(await attemptsIn(test, enrolment.id)).toHaveLength(1);
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
    for (const seen of [before, during])
      expect(seen).not.toMatch(/SECRET|correct|accepted|explanation|share|solution/i);
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
      state.open?.questions.map((one) => [one.key, 'choices' in one && one.choices.map(({ key }) => key)]);
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
      select jsonb_typeof(answer) as kind from attempt_response where attempt_id = ${attemptId}`;
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
    await expect(save(attemptId, 'four', { text: 'a'.repeat(100_001) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('goes on for the grace after the end by the database’s clock, and no longer', async () => {
    const { start, save, submit, api, at } = await learner({ minutes: 1 });
    const attemptId = await start();
    await ageAttempt(test, attemptId, 63);
    await save(attemptId, 'one', RIGHT.one as Answer);
    expect((await api.quizzes.state(at)).open?.state).toBe('expired');
    await ageAttempt(test, attemptId, 10);
    const over = { code: 'PRECONDITION_FAILED', messageKey: 'quiz.timeOver' };
    await expect(save(attemptId, 'two', RIGHT.two as Answer, 601)).rejects.toMatchObject(over);
    await save(attemptId, 'two', { choices: ['a'] }, 600);
    await ageAttempt(test, attemptId, 110);
    await expect(save(attemptId, 'two', RIGHT.two as Answer, 600)).rejects.toMatchObject(over);
    await submit(attemptId);
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ points: 2, outOf: 5, passed: false });
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
