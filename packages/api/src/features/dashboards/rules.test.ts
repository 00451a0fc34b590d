import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierThan, isOverdue, percentOf, spans, wholeWeeks } from './rules.ts';

describe('percentOf', () => {
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    [1, 1000, 1],
    [999, 1000, 99],
    [10, 10, 100],
    [1, 3, 33],
  ])('%i of %i is %i', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent));

  it('says none of none alone, and all of all alone', () =>
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
        const percent = percentOf(part, whole);
        expect(percent === 0).toBe(part === 0);
        expect(percent === 100).toBe(part >= whole);
      }),
    ));
});

describe('wholeWeeks', () => {
  const week = (day: string, enrolled = 1) => ({ week: `${day}T00:00:00.000Z`, enrolled, completed: 0 });

  const on = (day: string) => new Date(`${day}T12:00:00Z`);

  it('fills what lies between, and keeps what there was', () =>
    expect(
      wholeWeeks([week('2026-01-05'), week('2026-01-26', 4)], on('2026-01-27')).map((one) => one.enrolled),
    ).toEqual([1, 0, 0, 4]));

  it('goes on to the week of now', () =>
    expect(wholeWeeks([week('2026-01-05', 2)], on('2026-01-19')).map((one) => one.enrolled)).toEqual([
      2, 0, 0,
    ]));

  it('shows the newest ones of many, and none of none', () => {
    expect(
      wholeWeeks([week('2020-01-06'), week('2026-01-05', 3)], on('2026-01-05'), 4).map((one) => one.enrolled),
    ).toEqual([0, 0, 0, 3]);
    expect(wholeWeeks([], on('2026-01-05'))).toEqual([]);
  });

  it('adds up to everybody with what was before them', () => {
    const found = [week('2020-01-06', 2), week('2025-12-29', 5), week('2026-01-05', 3)];
    const shown = wholeWeeks(found, on('2026-01-05'), 1);
    expect(earlierThan(shown, found)).toEqual({ enrolled: 7, completed: 0 });
    expect(earlierThan(wholeWeeks(found, on('2026-01-05'), 400), found)).toEqual({
      enrolled: 0,
      completed: 0,
    });
    expect(earlierThan([], [])).toEqual({ enrolled: 0, completed: 0 });
  });
});

it('knows what is late', () =>
  expect(spans.filter(isOverdue)).toEqual(['overLong', 'overWeeks', 'overWeek']));
