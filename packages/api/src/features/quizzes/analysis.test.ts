import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { createEnrolment } from '../../testing/courses.ts';
import { quizTaker } from '../../testing/quiz-taker.ts';
import type { QuestionBodyInput } from '../bank/body.ts';
import { hintFor, type ItemFigures } from './hints.ts';

describe('the hint', () => {
  const figures = (more: Partial<ItemFigures>): ItemFigures => ({
    tries: 100,
    answered: 100,
    facility: 0.6,
    discrimination: 0.4,
    choices: [
      { key: 'a', right: true, count: 60 },
      { key: 'b', right: false, count: 30 },
      { key: 'c', right: false, count: 10 },
    ],
    ...more,
  });
  it.each<[string, Partial<ItemFigures>]>([
    ['good', {}],
    ['good', { choices: [], discrimination: null }],
    ['few', { tries: 19, discrimination: -0.5 }],
    ['checkKey', { discrimination: -0.2, facility: 0.99 }],
    ['tooEasy', { facility: 0.95 }],
    ['tooHard', { facility: 0.1, choices: [] }],
    ['skipped', { answered: 60 }],
    ['weak', { discrimination: 0.1 }],
    [
      'oneChoiceWins',
      {
        choices: [
          { key: 'a', right: true, count: 20 },
          { key: 'b', right: false, count: 60 },
        ],
      },
    ],
    [
      'idleChoices',
      {
        choices: [
          { key: 'a', right: true, count: 60 },
          { key: 'b', right: false, count: 0 },
        ],
      },
    ],
  ])('is %s', (hint, more) => expect(hintFor(figures(more))).toBe(hint));
});

describe('the figures', () => {
  let test: TestDatabase;
  let party: { id: string };
  beforeAll(async () => {
    test = await testDatabase();
    party = await createParty(test);
  });
  afterAll(() => test.close());

  const rich = (source: string) => ({ source, html: source });
  const body = (name: string): QuestionBodyInput => ({
    kind: 'single',
    texts: {
      en: {
        prompt: rich(name),
        explanation: rich(''),
        parts: { right: { text: rich('Right'), feedback: rich('') } },
      },
    },
    choices: [
      { key: 'right', share: 100 },
      { key: 'wrong', share: 0 },
    ],
  });

  /** Four take a quiz of three questions: the key of the last one is upside down. */
  async function taken() {
    const bank = ['a', 'b', 'c'].map((key) => ({ key, bodies: [body(key)] }));
    const taker = await quizTaker(test, party, {}, bank);
    const patterns = ['111', '110', '001', '001'].map((one) => [...one]);
    for (const pattern of patterns) {
      const person = await createPerson(test, { party });
      const enrolment = await createEnrolment(test, { person, course: taker.course });
      const api = await callerAs(test, person);
      const at = { enrolmentId: enrolment.id, activityId: taker.course.quizId };
      const { attemptId } = await api.quizzes.start({ ...at, commandId: newId() });
      for (const [index, right] of pattern.entries()) {
        const answer = { choices: [right === '1' ? 'right' : 'wrong'] };
        const questionKey = 'abc'[index] ?? '';
        await api.quizzes.save({ attemptId, questionKey, sequence: 1, answer, milliseconds: 4000 });
      }
      await api.quizzes.submit({ attemptId, commandId: newId() });
    }
    await taker.start();
    const director = await createPerson(test, { party });
    await createAppointment(test, director, {
      role: 'courseDirector',
      scope: 'course',
      scopeId: taker.course.courseId,
    });
    return { ...taker, staff: await callerAs(test, director) };
  }

  it('count, tell who knows from who does not, and leave out what is under way', async () => {
    const { staff, course } = await taken();
    const { items } = await staff.quizzes.analysis({ activityId: course.quizId });
    expect(items.map(({ name, tries, facility, hint }) => [name, tries, facility, hint])).toEqual([
      ['a', 4, 0.5, 'few'],
      ['b', 4, 0.5, 'few'],
      ['c', 4, 0.75, 'few'],
    ]);
    const [a, , c] = items;
    expect(a?.choices).toMatchObject([
      { key: 'right', count: 2, right: true, words: 'Right' },
      { key: 'wrong', count: 2 },
    ]);
    expect(a?.seconds).toBe(4);
    // By hand: a against b + c is 1,1,0,0 with 2,1,1,1; c against a + b is 1,0,1,1 with 2,2,0,0.
    expect(a?.discrimination).toBeCloseTo(0.5774, 4);
    expect(c?.discrimination).toBeCloseTo(-0.5774, 4);
  });

  it('stand for a question over every quiz too', async () => {
    const { staff, course } = await taken();
    const { items } = await staff.quizzes.analysis({ activityId: course.quizId });
    const [first] = items;
    const alone = await staff.quizzes.analysis({ questionId: first?.questionId ?? '' });
    expect(alone.items).toEqual([first]);
  });

  it('are for the staff of the course and who manages training', async () => {
    const { api, course, staff } = await taken();
    const other = await taken();
    for (const caller of [api, other.staff])
      await expect(caller.quizzes.analysis({ activityId: course.quizId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    const manager = await createPerson(test, { party });
    await createAppointment(test, manager, { role: 'trainingManager', scope: 'alliance' });
    const managing = await callerAs(test, manager);
    expect((await managing.quizzes.analysis({ activityId: course.quizId })).items).toHaveLength(3);
    const { items } = await staff.quizzes.analysis({ activityId: course.quizId });
    const questionId = items[0]?.questionId ?? '';
    await expect(api.quizzes.analysis({ questionId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await other.staff.quizzes.analysis({ questionId })).items).toEqual([]);
  });
});
