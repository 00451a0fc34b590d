import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuestionBodyInput, questionBody } from '../bank/body.ts';
import { drawQuestions, type Slot } from './draw.ts';
import { shuffled } from './order.ts';
import { type Asked, type Given, gradeAttempt } from './rules.ts';

const rich = { source: '', html: '' };
const texts = { en: { prompt: rich, explanation: rich } };
const asked = (key: string, points: number, body: QuestionBodyInput): Asked => ({
  key,
  points,
  body: questionBody.parse(body),
});
const choices = [
  { key: 'a', share: 100 },
  { key: 'b', share: 0 },
];
const single = (key: string, points = 1) => asked(key, points, { kind: 'single', texts, choices });
const essay = (key: string, points = 4) => asked(key, points, { kind: 'essay', texts });
const given = (answers: Record<string, Partial<Given>>) =>
  new Map(
    Object.entries(answers).map(([key, one]) => [
      key,
      { answer: null, certainty: null, marked: null, ...one } satisfies Given,
    ]),
  );
const right = { answer: { choices: ['a'] } };
const wrong = { answer: { choices: ['b'] } };

describe('an attempt', () => {
  const three = [single('one'), single('two'), single('three')];

  it.each([
    ['nothing answered', {}, 0, false],
    ['one of three', { one: right }, 33, false],
    ['two of three, rounded down', { one: right, two: right, three: wrong }, 66, false],
    ['all', { one: right, two: right, three: right }, 100, true],
  ])('%s', (_, answers, percent, passed) =>
    expect(gradeAttempt(three, given(answers), { passMark: 67 })).toMatchObject({ percent, passed }),
  );

  it('without questions is not passed', () =>
    expect(gradeAttempt([], given({}), { passMark: 0 })).toMatchObject({ percent: 0, passed: false }));

  it('waits for a person, and counts what they gave', () => {
    const questions = [single('one'), essay('two')];
    const answer = { text: 'Because.' };
    const waiting = gradeAttempt(questions, given({ one: right, two: { answer } }), { passMark: 60 });
    expect(waiting).toMatchObject({ points: 1, outOf: 5, percent: null, passed: null });
    const marked = gradeAttempt(questions, given({ one: right, two: { answer, marked: 3 } }), {
      passMark: 60,
    });
    expect(marked).toMatchObject({ points: 4, percent: 80, passed: true });
    expect(marked.perQuestion[1]).toEqual({ key: 'two', score: 0.75, points: 3, outOf: 4 });
  });

  it('waits for nobody where nothing was written', () =>
    expect(gradeAttempt([essay('two')], given({}), { passMark: 60 })).toMatchObject({
      percent: 0,
      passed: false,
    }));

  it('counts certainty where it is asked, and never falls below nothing', () => {
    const sure = (answers: Record<string, Partial<Given>>) =>
      gradeAttempt(three, given(answers), { passMark: 60, certainty: true });
    expect(sure({ one: { ...right, certainty: 3 }, two: { ...right, certainty: 2 } })).toMatchObject({
      points: 1.67,
    });
    expect(sure({ one: { ...wrong, certainty: 3 } })).toMatchObject({ points: 0, percent: 0 });
    expect(sure({ one: right })).toMatchObject({ points: 0.33 });
    expect(sure({ one: { ...right, certainty: 3 }, two: { ...wrong, certainty: 1 } })).toMatchObject({
      points: 1,
    });
  });

  it('is from 0 to 100 percent whatever was answered', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four'), fc.constantFrom(right, wrong)),
        fc.constantFrom(1, 2, 3, null),
        (answers, certainty) => {
          const all = Object.fromEntries(
            Object.entries(answers).map(([key, one]) => [key, { ...one, certainty }]),
          );
          const { percent } = gradeAttempt(three, given(all as Record<string, Partial<Given>>), {
            passMark: 50,
            certainty: certainty !== null,
          });
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        },
      ),
    ));
});

describe('drawing', () => {
  const pool = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'];
  const pinned: Slot = { key: 'p', points: 2, versionId: 'v3', pool: [], count: 0 };
  const drawn = (key: string, count: number): Slot => ({ key, points: 1, versionId: null, pool, count });

  it('keeps what is pinned, and names what is drawn after its place', () => {
    const result = drawQuestions([drawn('d', 2), pinned], 7, new Set());
    expect(result.map(({ key, points }) => [key, points])).toEqual([
      ['d-1', 1],
      ['d-2', 1],
      ['p', 2],
    ]);
    expect(result[2]?.versionId).toBe('v3');
  });

  it('gives the same for the same seed, none twice, and rather what was not asked before', () =>
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.subarray(pool),
        (seed, one, two, seen) => {
          const slots = [drawn('a', one), pinned, drawn('b', two)];
          const result = drawQuestions(slots, seed, new Set(seen));
          expect(drawQuestions(slots, seed, new Set(seen))).toEqual(result);
          const ids = result.map(({ versionId }) => versionId);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toHaveLength(1 + Math.min(5, one + two));
          const fresh = pool.filter((id) => id !== 'v3' && !seen.includes(id));
          const first = result.filter(({ key }) => key.startsWith('a-'));
          const repeated = first.filter(({ versionId }) => seen.includes(versionId));
          expect(repeated).toHaveLength(Math.max(0, Math.min(5, one) - fresh.length));
        },
      ),
    ));
});

describe('shuffling', () => {
  it('loses nothing and depends on the seed alone', () =>
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const once = shuffled(items, seed);
        expect(once).toEqual(shuffled(items, seed));
        expect(once.toSorted()).toEqual(items.toSorted());
      }),
    ));
});
