import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '../../days.ts';
import { type Part, type PartNeed, partEvidence } from './part-rules.ts';
import { askedOf, cellOf } from './rules.ts';

const zone = 'Europe/Brussels';
const DAY = 86_400_000;
const any: PartNeed = { colour: null, months: 24 };

function part(endsAt: string | number, more: Partial<Part> = {}): Part {
  const end = new Date(endsAt).getTime();
  const days = { startsAt: end - 2 * DAY, endsAt: end, playedAt: end - DAY };
  return { colour: 'blue', code: 'QH26', name: 'Quiet harbour', ...days, ...more };
}

const cellAt = (now: string, need: PartNeed, parts: readonly Part[], renewalDays = 60) => {
  const clock = { now: new Date(now), zone };
  const asked = askedOf({ validOn: null, renewalDays, graceDays: 0 }, null, clock);
  return cellOf('part', partEvidence(parts, need, clock), asked);
};

describe('a part in an exercise', () => {
  it.each([
    ['2024-02-29T12:00:00Z', 12, '2025-02-28'],
    ['2024-02-29T12:00:00Z', 48, '2028-02-29'],
    ['2025-02-28T12:00:00Z', 36, '2028-02-28'],
    ['2026-08-31T12:00:00Z', 6, '2027-02-28'],
    ['2027-08-31T12:00:00Z', 6, '2028-02-29'],
    // In Brussels the day after.
    ['2026-05-31T22:30:00Z', 1, '2026-07-01'],
  ])('that ended %s counts for %i months, to the end of %s', (endsAt, months, last) => {
    const { held } = partEvidence(
      [part(endsAt)],
      { colour: null, months },
      { now: new Date('2030-01-01'), zone },
    );
    expect(dayIn(new Date(held?.until ?? 0), zone)).toBe(last);
    expect(dayIn(new Date((held?.until ?? 0) + 1000), zone) > last).toBe(true);
  });

  const past = part('2026-03-01T12:00:00Z');
  const soon = part('2024-12-20T12:00:00Z');
  const over = part('2023-03-01T12:00:00Z');
  const next = part('2026-12-10T12:00:00Z', { playedAt: null });
  it.each([
    ['is there', any, [past], 'ready', 'none', 'played'],
    ['ends soon', any, [soon], 'endsSoon', 'takePart', 'played'],
    ['ends soon, and the next is named', any, [soon, next], 'endsSoon', 'named', 'played'],
    ['is too long ago', any, [over], 'expired', 'takePart', 'played'],
    ['is to come', any, [next], 'notStarted', 'named', null],
    ['is nobody’s', any, [], 'notStarted', 'takePart', null],
    ['was of another role', { colour: 'red', months: 24 }, [past, next], 'notStarted', 'takePart', null],
    ['was of this role', { colour: 'blue', months: 24 }, [past], 'ready', 'none', 'played'],
    ['was a seat nobody came to', any, [{ ...past, playedAt: null }], 'notStarted', 'takePart', null],
    ['is the newest of several', any, [over, past], 'ready', 'none', 'played'],
  ] as const)('that %s', (_, need, parts, state, step, played) => {
    const cell = cellAt('2026-11-29T12:00:00Z', need, parts);
    expect(cell).toMatchObject({ state, step });
    expect(cell.part?.played ? 'played' : null).toBe(played);
  });

  it('says which exercise is the evidence, and for which one is named', () => {
    const { part: shown } = cellAt('2026-11-29T12:00:00Z', any, [
      over,
      soon,
      { ...next, name: null, code: null },
    ]);
    expect(shown?.played).toMatchObject({ name: 'Quiet harbour', endsAt: '2024-12-20T12:00:00.000Z' });
    expect(shown?.named).toMatchObject({ name: null, endsAt: '2026-12-10T12:00:00.000Z' });
  });

  it('is evidence at a date whatever rows come later', () => {
    const now = Date.parse('2026-11-29T12:00:00Z');
    const seat = fc
      .record({
        end: fc.integer({ min: -1500, max: -1 }),
        seen: fc.option(fc.integer({ min: -1500, max: -1 })),
      })
      .map(({ end, seen }) => part(now + end * DAY, { playedAt: seen === null ? null : now + seen * DAY }));
    const later = fc
      .record({ end: fc.integer({ min: 1, max: 900 }), seen: fc.integer({ min: -900, max: 900 }) })
      .map(({ end, seen }) => part(now + end * DAY, { playedAt: now + seen * DAY }));
    const seenLater = fc
      .integer({ min: 1, max: 900 })
      .map((seen) => part(now - DAY, { playedAt: now + seen * DAY }));
    fc.assert(
      fc.property(
        fc.array(seat),
        fc.array(fc.oneof(later, seenLater)),
        fc.integer({ min: 1, max: 120 }),
        (known, more, months) => {
          const clock = { now: new Date(now), zone };
          const before = partEvidence(known, { colour: null, months }, clock);
          const after = partEvidence([...more, ...known], { colour: null, months }, clock);
          expect(after.held).toEqual(before.held);
          expect(after.part?.played).toEqual(before.part?.played);
        },
      ),
    );
  });
});
