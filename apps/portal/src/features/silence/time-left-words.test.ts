import { describe, expect, it } from 'vitest';
import { silenceLeft } from './time-left-words.ts';

const words = (key: string, values: Record<string, string | number> = {}) =>
  `${key} ${Object.values(values).join(' ')}`;
const MINUTE = 60_000;

describe('what is left of a silence', () => {
  it.each([
    [3 * 24 * 60 * MINUTE - 1, 'dayHours 2 23'],
    [24 * 60 * MINUTE, 'dayHours 1 0'],
    [7 * 60 * MINUTE + 48 * MINUTE, 'hoursMinutes 7 48'],
    [60 * MINUTE - 1, 'minutesSeconds 59 59'],
    [5_000, 'minutesSeconds 0 05'],
    [0, 'minutesSeconds 0 00'],
    [-5_000, 'minutesSeconds 0 00'],
  ])('%d ms: %s', (left, expected) => expect(silenceLeft(left, words)).toBe(expected));
});
