import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesProblem, type ExerciseDates, fillOf, mayExchange, phaseOf } from './rules.ts';

const day = (day: number) => new Date(Date.UTC(2027, 2, day, 9));
const dates: ExerciseDates = {
  opensAt: day(1),
  closesAt: day(8),
  substitutionUntil: day(12),
  startsAt: day(14),
  endsAt: day(18),
};
const row = { ...dates, publishedAt: day(0), cancelledAt: null };

describe('dates of an exercise', () => {
  it.each([
    [{}, null],
    [{ endsAt: day(14) }, { path: 'endsAt', key: 'exercises.endsBeforeStart' }],
    [{ closesAt: day(19) }, { path: 'closesAt', key: 'exercises.afterEnd' }],
    [{ opensAt: day(8) }, { path: 'opensAt', key: 'exercises.opensAfterClosing' }],
    [{ substitutionUntil: day(19) }, { path: 'substitutionUntil', key: 'exercises.afterEnd' }],
    [{ opensAt: null }, null],
  ])('%j', (change, problem) => {
    expect(datesProblem({ ...dates, ...change })).toEqual(problem);
  });
});

describe('the phase of an exercise', () => {
  it.each([
    [day(0), 'announced'],
    [day(1), 'open'],
    [day(8), 'closed'],
    [day(14), 'underWay'],
    [day(18), 'over'],
  ])('at %s is %s', (now, phase) => {
    expect(phaseOf(row, now)).toBe(phase);
  });

  it('is draft until it is published, and cancelled whatever the clock says', () => {
    expect(phaseOf({ ...row, publishedAt: null }, day(20))).toBe('draft');
    expect(phaseOf({ ...row, cancelledAt: day(2) }, day(20))).toBe('cancelled');
  });

  it('never goes back while the clock goes on', () => {
    const order = ['announced', 'open', 'closed', 'underWay', 'over'];
    const instant = fc
      .integer({ min: 0, max: 20 * 24 })
      .map((hours) => new Date(+day(0) + hours * 3_600_000));
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [first, then] = one <= other ? [one, other] : [other, one];
        expect(order.indexOf(phaseOf(row, then))).toBeGreaterThanOrEqual(order.indexOf(phaseOf(row, first)));
      }),
    );
  });
});

it('exchanges people until the day set for it, the instant itself left out', () => {
  expect(mayExchange(row, new Date(+day(12) - 1))).toBe(true);
  expect(mayExchange(row, day(12))).toBe(false);
  expect(mayExchange({ ...row, cancelledAt: day(2) }, day(3))).toBe(false);
});

it('counts what is short of the fewest, never below none', () => {
  expect(fillOf({ seats: 10, held: 3, waiting: 0, minimum: 5 }).short).toBe(2);
  expect(fillOf({ seats: 10, held: 6, waiting: 1, minimum: 5 }).short).toBe(0);
});
