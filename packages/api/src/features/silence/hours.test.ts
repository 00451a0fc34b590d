import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWorkingHours, clockIn, instantsOf, isWorked, proposedEnd } from './hours.ts';

const BRUSSELS = 'Europe/Brussels';
const hours = { from: '09:00', to: '17:30', days: [1, 2, 3, 4, 5] };
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString());

describe('a time on the wall', () => {
  it.each([
    ['2026-11-24', '17:00', BRUSSELS, ['2026-11-24T16:00:00.000Z']],
    ['2027-03-28', '02:30', BRUSSELS, []],
    ['2026-10-25', '02:30', BRUSSELS, ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2027-03-28', '17:00', BRUSSELS, ['2027-03-28T15:00:00.000Z']],
    ['2027-03-14', '02:15', 'America/New_York', []],
    ['2026-10-04', '02:10', 'Australia/Lord_Howe', []],
    ['2027-04-04', '01:45', 'Australia/Lord_Howe', ['2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z']],
    ['2026-11-24', '12:00', 'Asia/Kathmandu', ['2026-11-24T06:15:00.000Z']],
  ])('is so many instants: %s %s in %s', (day, clock, zone, expected) => {
    expect(iso(instantsOf(day, clock, zone))).toEqual(expected);
  });

  it('is shown again by every instant it names', () => {
    const zones = fc.constantFrom(BRUSSELS, 'America/St_Johns', 'Pacific/Apia', 'Africa/Casablanca', 'UTC');
    const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
    fc.assert(
      fc.property(zones, instant, (zone, at) => {
        const minute = new Date(Math.floor(at / 60_000) * 60_000);
        const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(minute);
        const found = instantsOf(day, clockIn(minute, zone), zone).map(Number);
        expect(found).toContain(+minute);
      }),
    );
  });
});

describe('working hours', () => {
  it('count over nights, weekends and both changes of the clock', () => {
    const friday = new Date('2026-11-27T15:30:00Z'); // 16:30 in Brussels
    expect(afterWorkingHours(friday, 4, BRUSSELS, hours).toISOString()).toBe('2026-11-30T11:00:00.000Z');
    const spring = new Date('2027-03-26T15:30:00Z'); // Friday 16:30, the clocks change on Sunday
    expect(afterWorkingHours(spring, 4, BRUSSELS, hours).toISOString()).toBe('2027-03-29T10:00:00.000Z');
    const autumn = new Date('2026-10-23T14:30:00Z');
    expect(afterWorkingHours(autumn, 4, BRUSSELS, hours).toISOString()).toBe('2026-10-26T11:00:00.000Z');
  });

  it('hold the last instant of a day and not the next minute', () => {
    expect(isWorked(new Date('2026-11-24T16:30:00Z'), BRUSSELS, hours)).toBe(true);
    expect(isWorked(new Date('2026-11-24T16:31:00Z'), BRUSSELS, hours)).toBe(false);
    expect(isWorked(new Date('2026-11-28T11:00:00Z'), BRUSSELS, hours)).toBe(false);
  });

  it('give an end that is long enough and worked, whenever one begins', () => {
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
    const zone = fc.constantFrom(BRUSSELS, 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(instant, fc.constantFrom(4, 24, 72), zone, (at, minimum, where) => {
        const end = proposedEnd(new Date(at), minimum, where, hours);
        expect(+end - at).toBeGreaterThanOrEqual(minimum * 3_600_000);
        expect(isWorked(end, where, hours)).toBe(true);
      }),
    );
  });

  it('take a leap second for none: an end after it is the same on the wall as after any other night', () => {
    const ends = [2016, 2017].map((year) => {
      const open = new Date(`${year}-12-28T12:00:00Z`);
      const end = proposedEnd(open, 96, 'UTC', { from: '00:00', to: '23:59', days: [1, 2, 3, 4, 5, 6, 7] });
      return [+end - +open, clockIn(end, 'UTC')];
    });
    expect(ends).toEqual([
      [96 * 3_600_000, '12:00'],
      [96 * 3_600_000, '12:00'],
    ]);
    expect(instantsOf('2016-12-31', '23:59', 'UTC')).toHaveLength(1);
    expect(instantsOf('2016-12-31', '24:00', 'UTC')).toEqual([]);
  });

  it('let 72 hours over the change of spring end an hour later on the wall', () => {
    const open = new Date('2027-03-26T09:00:00Z'); // Friday 10:00
    const end = proposedEnd(open, 72, BRUSSELS, hours);
    expect([+end - +open, clockIn(end, BRUSSELS)]).toEqual([72 * 3_600_000, '11:00']);
  });
});
