import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestCertainty, CERTAINTIES, type Certainty, withCertainty } from './certainty.ts';

it.each<[Certainty | null, number, number]>([
  [1, 1, 1 / 3],
  [1, 0, 0],
  [2, 1, 2 / 3],
  [2, 0, -2 / 3],
  [3, 1, 1],
  [3, 0, -2],
  [3, 0.5, -0.5],
  [null, 1, 1 / 3],
  [null, 0, 0],
])('certainty %s with a score of %d earns %d', (certainty, score, earned) =>
  expect(withCertainty(score, certainty, true)).toBeCloseTo(earned),
);

it('costs nothing not to answer', () => expect(withCertainty(0, 3, false)).toBe(0));

it.each([
  [0.5, 1],
  [0.66, 1],
  [0.7, 2],
  [0.79, 2],
  [0.81, 3],
  [1, 3],
])('right in %d of cases, it pays to say %d', (chance, certainty) =>
  expect(bestCertainty(chance)).toBe(certainty),
);

it('stays within its bounds, and a better answer never earns less', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(...CERTAINTIES, null),
      (one, other, certainty) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [less, more] = [withCertainty(low, certainty, true), withCertainty(high, certainty, true)];
        expect(less).toBeLessThanOrEqual(more);
        expect(less).toBeGreaterThanOrEqual(-2);
        expect(more).toBeLessThanOrEqual(1);
      },
    ),
  ));
