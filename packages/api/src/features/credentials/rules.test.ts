import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonthsToDay, dayIn } from '../../days.ts';
import { credentialState, publicIdFrom, readPublicId, validUntil } from './rules.ts';

describe('validity', () => {
  it.each([
    ['2026-11-24T09:30:00.000Z', 12, 'UTC', '2027-11-24T23:59:59.000Z'],
    ['2026-01-31T00:00:00.000Z', 1, 'UTC', '2026-02-28T23:59:59.000Z'],
    ['2028-02-29T23:59:59.999Z', 12, 'UTC', '2029-02-28T23:59:59.000Z'],
    ['2028-02-29T12:00:00.000Z', 48, 'UTC', '2032-02-29T23:59:59.000Z'],
    ['2027-02-28T12:00:00.000Z', 12, 'UTC', '2028-02-28T23:59:59.000Z'],
    ['2100-02-28T12:00:00.000Z', 12, 'UTC', '2101-02-28T23:59:59.000Z'],
    // Late in the evening of UTC it is tomorrow in Brussels already, and the leap day is over.
    ['2028-02-29T23:30:00.000Z', 12, 'Europe/Brussels', '2029-03-01T22:59:59.000Z'],
    ['2028-02-29T22:30:00.000Z', 12, 'Europe/Brussels', '2029-02-28T22:59:59.000Z'],
    // Earned in winter, ending in summer: the day ends by summer time.
    ['2026-12-15T10:00:00.000Z', 6, 'Europe/Brussels', '2027-06-15T21:59:59.000Z'],
    // The day on which clocks go back has 25 hours.
    ['2026-04-25T10:00:00.000Z', 6, 'Europe/Brussels', '2026-10-25T22:59:59.000Z'],
    ['2027-03-31T10:30:00.000Z', 11, 'Pacific/Auckland', '2028-02-29T10:59:59.000Z'],
    ['2026-11-24T02:00:00.000Z', 12, 'America/Los_Angeles', '2027-11-24T07:59:59.000Z'],
  ])('%s and %i months in %s is %s', (from, months, zone, until) =>
    expect(validUntil(new Date(from), months, zone)?.toISOString()).toBe(until),
  );

  it('has no end without months', () => expect(validUntil(new Date(), null, 'UTC')).toBeNull());

  it('ends with a day of the zone: the very day some months on, never earlier than it was earned', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 240 }),
        fc.constantFrom('UTC', 'Europe/Brussels', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland'),
        (from, months, zone) => {
          const until = validUntil(from, months, zone) ?? new Date(Number.NaN);
          const day = addMonthsToDay(dayIn(from, zone), months);
          expect(dayIn(until, zone)).toBe(day);
          expect(dayIn(new Date(until.getTime() + 1000), zone)).toBe(addDays(day, 1));
          expect(until.getTime()).toBeGreaterThan(from.getTime() - 1000);
        },
      ),
    );
  });
});

describe('credentialState', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  it.each([
    [null, null, 9, 'valid'],
    [at(10), null, 9, 'valid'],
    [at(10), null, 10, 'expired'],
    [at(10), at(5), 20, 'revoked'],
  ])('until %s, revoked %s', (until, revokedAt, day, state) =>
    expect(credentialState({ validUntil: until, revokedAt }, at(day))).toBe(state),
  );
});

describe('public ids', () => {
  it('are read back however they were typed', () => {
    const bytes = Uint8Array.from({ length: 20 }, (_, index) => index * 13);
    const id = publicIdFrom(bytes);
    expect(id).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/);
    expect(readPublicId(` ${id.toUpperCase().replaceAll('-', ' ')} `)).toBe(id);
    expect(readPublicId(id.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(id);
  });

  it.each(['', 'abc', 'u'.repeat(20), '0'.repeat(21), '\u0000'.repeat(20)])('refuses %j', (typed) =>
    expect(readPublicId(typed)).toBeNull(),
  );
});
