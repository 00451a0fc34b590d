import { reservationKinds as stored } from '@concord/db/schema/texts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOverdue, reservationsOn, scopeIn } from './reservation-rules.ts';
import { reservationKinds } from './rules.ts';

it('knows the kinds that are stored, and no others', () => {
  expect([...reservationKinds]).toEqual([...stored]);
});

it('is of one version only: neither lifted nor maintained, it is stale on the next', () => {
  const row = (id: string, number: number, more = {}) => ({
    id,
    number,
    maintains: null,
    lifted: false,
    ...more,
  });
  const rows = [row('a', 1), row('b', 1, { lifted: true }), row('c', 1), row('d', 2, { maintains: 'c' })];
  const ids = (number: number) => {
    const { live, stale } = reservationsOn(rows, number);
    return [live.map((one) => one.id), stale.map((one) => one.id)];
  };
  expect(ids(1)).toEqual([['a', 'c'], []]);
  expect(ids(2)).toEqual([['d'], ['a']]);
  expect(ids(3)).toEqual([[], ['a', 'd']]);
});

it('never shows one twice, one that was lifted, or one of a later version', () => {
  const some = fc.array(
    fc.record({ number: fc.integer({ min: 1, max: 4 }), lifted: fc.boolean(), after: fc.option(fc.nat(8)) }),
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 4 }), (drawn, number) => {
      const rows = drawn.map(({ after, ...one }, index) => ({
        ...{ ...one, id: String(index) },
        maintains: after === null || after >= index ? null : String(after),
      }));
      const { live, stale } = reservationsOn(rows, number);
      const shown = [...live, ...stale];
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.every((row) => !row.lifted && row.number <= number)).toBe(true);
      expect(live.every((row) => row.number === number) && stale.every((row) => row.number < number)).toBe(
        true,
      );
    }),
  );
});

it('is overdue the day after it was to be lifted, and keeps the paragraphs that are still there', () => {
  expect([null, '2026-12-01', '2026-12-02', '2026-12-03'].map((day) => isOverdue(day, '2026-12-02'))).toEqual(
    [...[false, true, false, false]],
  );
  expect(scopeIn([], new Set(['a']))).toEqual([]);
  expect(scopeIn(['a', 'b'], new Set(['a']))).toEqual(['a']);
  expect(scopeIn(['b'], new Set(['a']))).toBeNull();
});
