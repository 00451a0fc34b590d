import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, dueOf, isRenewal, remindersDue } from './rules.ts';

const at = (iso: string) => new Date(iso);
const zone = 'Europe/Brussels';

describe('a renewal', () => {
  it.each([
    ['endsSoon', true],
    ['endsBefore', true],
    ['expired', true],
    ['ready', false],
    ['notStarted', false],
    ['underWay', false],
  ] as const)('of something %s is open: %s', (state, open) =>
    expect(isRenewal({ until: 1, retake: false }, { state })).toBe(open),
  );

  it('needs evidence to renew', () => expect(isRenewal(null, { state: 'expired' })).toBe(false));

  it.each([
    // By the end of what is held.
    ['2027-03-01T22:59:59Z', null, '2027-02-01T10:00:00Z', '2027-03-01T22:59:59.000Z'],
    // By the day on which it must be valid, where that is earlier.
    ['2027-03-01T22:59:59Z', '2027-02-20T22:59:59Z', '2027-02-01T10:00:00Z', '2027-02-20T22:59:59.000Z'],
    // What is over is due two weeks on, at the end of the day, over a change of clocks too.
    ['2027-03-01T22:59:59Z', null, '2027-03-20T10:00:00Z', '2027-04-03T21:59:59.000Z'],
    ['2028-02-10T22:59:59Z', null, '2028-02-15T10:00:00Z', '2028-02-29T22:59:59.000Z'],
  ])('of what ends %s is due', (end, validOn, now, due) =>
    expect(
      dueOf({ until: Date.parse(end), retake: false }, validOn ? at(validOn) : null, {
        now: at(now),
        zone,
      }).toISOString(),
    ).toBe(due),
  );
});

describe('reminders', () => {
  const policy = [60, 30, 7];
  const due = (now: string, reminded: number[] = [], dueAt = '2028-03-29T21:59:59Z', where = zone) =>
    remindersDue({ dueAt: at(dueAt), policy, reminded }, { now: at(now), zone: where });

  it.each([
    // 60 days before 29 March of a leap year is 29 January, from its first minute in Brussels.
    ['2028-01-28T22:59:59Z', [], []],
    ['2028-01-28T23:00:00Z', [], [60]],
    ['2028-01-28T23:00:00Z', [60], []],
    // 30 days before is 28 February; in any other year it would be the 27th.
    ['2028-02-27T22:59:59Z', [60], []],
    ['2028-02-27T23:00:00Z', [60], [30]],
    // By winter time still: the seventh day before is counted by the calendar, not in hours.
    ['2028-03-21T23:00:00Z', [60, 30], [7]],
    // After a pause one mail stands for all that were missed.
    ['2028-03-25T12:00:00Z', [], [60, 30, 7]],
    ['2028-03-29T21:59:58Z', [60, 30, 7], []],
    // Past the end none goes out.
    ['2028-03-29T21:59:59Z', [], []],
  ])('at %s after %j are %j', (now, reminded, wanted) => expect(due(now, reminded)).toEqual(wanted));

  it('follow the calendar of the zone', () => {
    const end = '2028-03-29T10:59:59Z';
    expect(due('2028-01-28T10:59:59Z', [], end, 'Pacific/Auckland')).toEqual([]);
    expect(due('2028-01-28T11:00:00Z', [], end, 'Pacific/Auckland')).toEqual([60]);
  });

  it('each go out once, whatever the hours at which it is looked', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 5 });
    const hours = fc.array(fc.integer({ min: 0, max: 24 * 100 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, hours, (wanted, looks) => {
        const dueAt = at('2028-03-29T21:59:59Z');
        const sent: number[] = [];
        for (const hour of [...looks].sort((one, other) => one - other)) {
          const now = new Date(dueAt.getTime() - 100 * 86_400_000 + hour * 3_600_000);
          sent.push(...remindersDue({ dueAt, policy: wanted, reminded: sent }, { now, zone }));
        }
        expect(new Set(sent).size).toBe(sent.length);
      }),
    );
  });

  it('count days of the calendar', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1);
  });
});
