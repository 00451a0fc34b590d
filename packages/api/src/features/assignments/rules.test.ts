import { describe, expect, it } from 'vitest';
import { decisionProblem, dueOf, type Outcome, standingOf, totalOf, wordCount } from './rules.ts';

it.each([
  ['', 0],
  ['One two,  three.', 3],
  ['L’été arrive – enfin', 3],
  ['well-known 3.5', 2],
  ['…', 0],
  ['Привет мир', 2],
])('%j has %i words', (text, words) => expect(wordCount(text)).toBe(words));

const rubric = [
  { key: 'a', points: 4 },
  { key: 'b', points: 6 },
];

it('sums points, and knows whether any is missing', () => {
  expect(totalOf(rubric, { a: 4 })).toEqual({ points: 4, outOf: 10, complete: false, percent: 40 });
  expect(totalOf([], {})).toMatchObject({ percent: null, complete: true });
});

it.each<[Outcome, Record<string, number>, string | null]>([
  ['pass', { a: 3, b: 3 }, null],
  ['pass', { a: 2, b: 3 }, 'belowPassMark'],
  ['fail', { a: 2, b: 3 }, null],
  ['fail', { a: 4, b: 6 }, 'abovePassMark'],
  ['pass', { a: 4 }, 'pointsMissing'],
  ['return', {}, null],
])('%s with %j: %s', (outcome, scores, problem) =>
  expect(decisionProblem(outcome, rubric, scores, 60)).toBe(problem),
);

it('is due when one person was told, else on the day for all, else days after the beginning', () => {
  const enrolledAt = new Date('2026-01-01T00:00:00Z');
  const extended = new Date('2027-01-01T00:00:00Z');
  const rule = { dueAt: '2026-02-01T00:00:00Z', dueDays: 3 };
  expect(dueOf(rule, { enrolledAt, extended })).toEqual(extended);
  expect(dueOf(rule, { enrolledAt, extended: null })?.toISOString()).toBe('2026-02-01T00:00:00.000Z');
  expect(dueOf({ dueAt: null, dueDays: 3 }, { enrolledAt, extended: null })?.toISOString()).toBe(
    '2026-01-04T00:00:00.000Z',
  );
  expect(dueOf({ dueAt: null, dueDays: null }, { enrolledAt, extended: null })).toBeNull();
});

describe('what judgements come to', () => {
  const of = (...outcomes: Outcome[]) => outcomes.map((outcome, index) => ({ place: index + 1, outcome }));
  it.each([
    [of(), false, { needs: 'marker', revealed: false, outcome: null }],
    [of('pass'), false, { needs: null, revealed: true, outcome: 'pass' }],
    [of('pass'), true, { needs: 'marker', revealed: false, outcome: null }],
    [of('pass', 'pass'), true, { needs: null, revealed: true, outcome: 'pass' }],
    [of('pass', 'return'), true, { needs: 'settling', revealed: true, outcome: null }],
    [of('pass', 'fail', 'fail'), true, { needs: null, revealed: true, outcome: 'fail' }],
  ] as const)('%j, second marker %s', (decided, second, standing) =>
    expect(standingOf(decided, second)).toEqual(standing),
  );
});
