import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layWeek, monthFrom, weeksOf } from './rules.ts';

const month = fc
  .record({ year: fc.integer({ min: 1990, max: 2100 }), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, number }) => `${year}-${String(number).padStart(2, '0')}`);

describe('a month', () => {
  it('has whole weeks from Monday on, with every day of it once', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2027-05')).toHaveLength(6);
    fc.assert(
      fc.property(month, (one) => {
        const days = weeksOf(one).flat();
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
        expect(days.length % 7).toBe(0);
        expect(new Set(days).size).toBe(days.length);
        const own = days.filter((day) => day.startsWith(one));
        const [year = 0, number = 1] = one.split('-').map(Number);
        expect(own).toHaveLength(new Date(Date.UTC(year, number, 0)).getUTCDate());
      }),
    );
  });

  it('follows and goes before another', () => {
    expect([monthFrom('2026-12', 1), monthFrom('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
    fc.assert(
      fc.property(
        month,
        fc.integer({ min: -30, max: 30 }),
        (one, months) => monthFrom(monthFrom(one, months), -months) === one,
      ),
    );
  });
});

it('lays what touches a week into lines, nothing over another and nothing left out', () => {
  const [week = []] = weeksOf('2027-03');
  const day = fc
    .integer({ min: -10, max: 20 })
    .map((days) => new Date(Date.UTC(2027, 2, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const stretch = fc.tuple(day, day).map(([one, other]) => {
    const [from = '', to = ''] = [one, other].sort();
    return { from, to };
  });
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 30 }), (all) => {
      const laid = layWeek(week, all);
      const taken = laid.flatMap(({ line, column, days }) =>
        Array.from({ length: days }, (_, more) => `${line} ${column + more}`),
      );
      expect(new Set(taken).size).toBe(taken.length);
      expect(laid.map(({ one }) => one).toSorted()).toHaveLength(
        all.filter(({ from, to }) => week.some((one) => one >= from && one <= to)).length,
      );
      for (const { column, days } of laid) expect(column >= 0 && days >= 1 && column + days <= 7).toBe(true);
    }),
  );
});
