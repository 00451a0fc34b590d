import { newId } from '@concord/db/ids';
import { questions } from '@concord/db/schema/courses';
import { attempts } from '@concord/db/schema/learning';
import { bankQuestionVersions } from '@concord/db/schema/questions';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import type { AskedFixture } from '../../testing/courses.ts';
import { attemptsIn, quizTaker } from '../../testing/quiz-taker.ts';
import type { QuestionBodyInput } from '../bank/body.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const rich = (source: string) => ({ source, html: `<p>${source}</p>` });
const texts = {
  en: { prompt: rich('Which?'), explanation: rich('SECRET because') },
  fr: { prompt: rich('Lequel ?'), explanation: rich('SECRET parce que') },
};
const single: QuestionBodyInput = {
  kind: 'single',
  texts,
  choices: [
    { key: 'right', share: 100 },
    { key: 'wrong', share: 0 },
  ],
};
const numeric: QuestionBodyInput = { kind: 'numeric', texts, accepted: [{ value: 42 }] };
const one: AskedFixture = { key: 'one', bodies: [single] };
const two: AskedFixture = { key: 'two', points: 3, bodies: [numeric] };
const RIGHT = { choices: ['right'] };
const WRONG = { choices: ['wrong'] };
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

type Quiz = Parameters<typeof quizTaker>[2];
const learner = (quiz: Quiz = {}, bank: readonly AskedFixture[] = [one, two]) =>
  quizTaker(test, party, quiz, bank);

async function staffOf(course: { courseId: string }, role: 'instructor' | 'courseDirector' = 'instructor') {
  const person = await createPerson(test, { party });
  await createAppointment(test, person, { role, scope: 'course', scopeId: course.courseId });
  return callerAs(test, person);
}

describe('what an attempt asks', () => {
  it('is drawn once, and the next attempt asks rather what was not asked', async () => {
    const pool = Array.from({ length: 4 }, () => single);
    const { start, submit, enrolment } = await learner({ maxAttempts: 3 }, [
      { key: 'pool', draw: 2, bodies: pool },
    ]);
    const drawn = async () =>
      (await attemptsIn(test, enrolment.id))
        .toSorted((a, b) => a.number - b.number)
        .map((attempt) => attempt.drawn?.map(({ versionId }) => versionId) ?? []);
    const first = await start();
    const [before = []] = await drawn();
    expect(new Set(before).size).toBe(2);
    await submit(first);
    await start();
    const [same, other = []] = await drawn();
    expect(same).toEqual(before);
    expect(new Set([...before, ...other]).size).toBe(4);
  });

  it('stays when the question gets another version, and the course with it', async () => {
    const { start, save, submit, api, course } = await learner();
    const attemptId = await start();
    const [slot] = await test.worker.db
      .select()
      .from(questions)
      .where(eq(questions.activityId, course.quizId));
    const [version] = await test.worker.db
      .select()
      .from(bankQuestionVersions)
      .where(eq(bankQuestionVersions.id, slot?.bankVersionId ?? ''));
    const versionId = newId();
    await test.worker.db.insert(bankQuestionVersions).values({
      id: versionId,
      questionId: version?.questionId ?? '',
      number: 2,
      body: {
        ...single,
        choices: [
          { key: 'right', share: 0 },
          { key: 'wrong', share: 100 },
        ],
      },
    });
    await test.worker.db
      .update(questions)
      .set({ bankVersionId: versionId })
      .where(eq(questions.id, slot?.id ?? ''));
    await save(attemptId, 'one', RIGHT);
    await submit(attemptId);
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ points: 1, outOf: 4 });
  });

  it('takes an answer of another shape for none', async () => {
    const { start, save, submit, api } = await learner();
    const attemptId = await start();
    await save(attemptId, 'one', { text: 'right' });
    await save(attemptId, 'two', { number: '42,0', unit: null });
    await submit(attemptId);
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ points: 3, percent: 75 });
  });
});

describe('when a quiz may be taken', () => {
  it.each<[string, Quiz, string]>([
    ['not before it opens', { opensAt: later(5) }, 'quiz.notYetOpen'],
    ['not after it has closed', { closesAt: later(-5) }, 'quiz.closed'],
  ])('%s', async (_, quiz, messageKey) => {
    const { start, api, at } = await learner(quiz);
    expect((await api.quizzes.state(at)).start).toMatchObject({ may: false });
    await expect(start()).rejects.toMatchObject({ code: 'PRECONDITION_FAILED', messageKey });
  });

  it('waits between attempts', async () => {
    const { start, submit, api, at } = await learner({ delayHours: 2 });
    const attemptId = await start();
    await submit(attemptId);
    expect((await api.quizzes.state(at)).start).toMatchObject({ may: false, reason: 'wait' });
    await expect(start()).rejects.toMatchObject({ messageKey: 'quiz.wait' });
    await test.worker.db
      .update(attempts)
      .set({ submittedAt: new Date(Date.now() - 2 * 3_600_000 - 1000) })
      .where(eq(attempts.id, attemptId));
    expect(await start()).not.toBe(attemptId);
  });

  it('ends an attempt when the quiz closes, whatever its minutes', async () => {
    const closesAt = later(10);
    const { start, api, at } = await learner({ minutes: 30, closesAt });
    await start();
    expect((await api.quizzes.state(at)).open?.endsAt).toBe(closesAt);
  });
});

describe('feedback and certainty', () => {
  it('fixes an answer once it was checked, and tells then what was right', async () => {
    const { start, save, api, at, submit } = await learner({ feedback: 'immediate' });
    const attemptId = await start();
    const check = (questionKey: string) => api.quizzes.check({ attemptId, questionKey, commandId: newId() });
    await expect(check('one')).rejects.toMatchObject({ messageKey: 'quiz.notAnswered' });
    await save(attemptId, 'one', WRONG);
    expect(JSON.stringify(await api.quizzes.state(at))).not.toMatch(/SECRET|share|solution/);
    await check('one');
    const { open } = await api.quizzes.state(at);
    expect(open?.checked.one).toMatchObject({ state: 'wrong', solution: { choices: ['right'] } });
    expect(open?.checked).not.toHaveProperty('two');
    expect(await save(attemptId, 'one', RIGHT, 99)).toMatchObject({ fixed: true, answer: WRONG });
    await submit(attemptId);
    expect(await api.quizzes.result({ attemptId })).toMatchObject({ points: 0 });
  });

  it('checks nothing where feedback comes later, nor for others', async () => {
    const { start, save, api } = await learner();
    const attemptId = await start();
    await save(attemptId, 'one', WRONG);
    const command = { attemptId, questionKey: 'one', commandId: newId() };
    await expect(api.quizzes.check(command)).rejects.toMatchObject({ messageKey: 'quiz.notChecked' });
    const other = await learner({ feedback: 'immediate' });
    await expect(other.api.quizzes.check(command)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts how sure one was', async () => {
    const { start, save, submit, api } = await learner({ certainty: true });
    const attemptId = await start();
    await save(attemptId, 'one', RIGHT, 1, 3);
    await save(attemptId, 'two', { number: '41', unit: null }, 1, 1);
    await submit(attemptId);
    const result = await api.quizzes.result({ attemptId });
    expect(result).toMatchObject({ points: 1, percent: 25, certainty: true });
    expect(result.questions.map((review) => review.certainty).sort()).toEqual([1, 3]);
  });

  it('shows what was right by the quiz’s rule, and to staff always', async () => {
    const { start, save, submit, api, course } = await learner({ showRight: 'atEnd', maxAttempts: 2 });
    const staff = await staffOf(course);
    const first = await start();
    await save(first, 'one', WRONG);
    await submit(first);
    const hidden = await api.quizzes.result({ attemptId: first });
    expect(hidden).toMatchObject({ right: false, rightLater: true });
    expect(JSON.stringify(hidden.questions)).not.toMatch(/SECRET|share|"solution":\{/);
    expect((await staff.quizzes.result({ attemptId: first })).right).toBe(true);
    await submit(await start());
    expect(await api.quizzes.result({ attemptId: first })).toMatchObject({ right: true });
    const never = await learner({ showRight: 'never', maxAttempts: 1 });
    const only = await never.start();
    await never.submit(only);
    expect(await never.api.quizzes.result({ attemptId: only })).toMatchObject({
      right: false,
      rightLater: false,
    });
  });
});
