import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, credentialState, publicIdFrom, readPublicId, validUntil } from './rules.ts';

describe('validity', () => {
  it.each([
    ['2026-11-24T09:30:00.000Z', 12, '2027-11-24T09:30:00.000Z'],
    ['2026-01-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2028-01-31T00:00:00.000Z', 1, '2028-02-29T00:00:00.000Z'],
    ['2028-02-29T23:59:59.999Z', 12, '2029-02-28T23:59:59.999Z'],
    ['2028-02-29T12:00:00.000Z', 48, '2032-02-29T12:00:00.000Z'],
    ['2027-02-28T12:00:00.000Z', 12, '2028-02-28T12:00:00.000Z'],
    ['2026-08-31T12:00:00.000Z', 6, '2027-02-28T12:00:00.000Z'],
    ['2026-12-31T12:00:00.000Z', 24, '2028-12-31T12:00:00.000Z'],
    ['2026-03-31T12:00:00.000Z', 1, '2026-04-30T12:00:00.000Z'],
    ['2100-02-28T12:00:00.000Z', 12, '2101-02-28T12:00:00.000Z'],
  ])('%s and %i months is %s', (from, months, until) =>
    expect(validUntil(new Date(from), months)?.toISOString()).toBe(until),
  );

  it('has no end without months', () => expect(validUntil(new Date(), null)).toBeNull());

  it('never skips a month and never moves to a later day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 240 }),
        (from, months) => {
          const until = addMonths(from, months);
          const monthOf = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth();
          expect(monthOf(until) - monthOf(from)).toBe(months);
          expect(until.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
          expect(until.getTime() % 86_400_000).toBe(from.getTime() % 86_400_000);
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
