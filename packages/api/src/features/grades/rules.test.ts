import { expect, it } from 'vitest';
import { change, stands } from './rules.ts';

it.each([
  [false, null, false],
  [true, null, true],
  [false, 'pass', true],
  [true, 'pass', true],
  [true, 'fail', false],
  [false, 'fail', false],
  [true, 'computed', true],
  [false, 'computed', false],
] as const)('computed %s and decided %s stands as %s', (computed, decision, expected) => {
  expect(stands(computed, decision)).toBe(expected);
});

it.each([
  [true, true, null],
  [false, false, null],
  [true, false, 'complete'],
  [false, true, 'reopen'],
] as const)('done %s and written %s asks for %s', (done, written, expected) => {
  expect(change(done, written)).toBe(expected);
});
