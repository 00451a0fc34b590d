import { describe, expect, it } from 'vitest';
import { digestDue, mailOf } from './kinds.ts';

describe('mailOf', () => {
  it.each([
    ['seatGiven', 'daily', 'now'],
    ['workDecided', 'daily', 'daily'],
    ['workDecided', 'each', 'now'],
    ['seatGiven', 'none', 'never'],
  ] as const)('%s for somebody who chose %s: %s', (kind, mailing, when) =>
    expect(mailOf(kind, mailing)).toBe(when),
  );
});

describe('digestDue', () => {
  const at = (iso: string) => new Date(iso);
  const berlin = { timeZone: 'Europe/Berlin', hour: 7 };
  it.each([
    ['before the hour', null, '2027-01-10T05:59:59Z', false],
    ['at the hour', null, '2027-01-10T06:00:00Z', true],
    ['again the same day', '2027-01-10T06:00:00Z', '2027-01-10T22:59:00Z', false],
    ['the next day before the hour', '2027-01-10T06:00:00Z', '2027-01-11T05:00:00Z', false],
    ['the next day', '2027-01-10T06:00:00Z', '2027-01-11T06:00:00Z', true],
    ['on the day summer time begins', '2027-03-27T06:00:00Z', '2027-03-28T05:00:00Z', true],
    ['a year later', '2026-01-10T06:00:00Z', '2027-01-10T06:30:00Z', true],
  ] as const)('%s', (_, lastSentAt, now, due) =>
    expect(digestDue({ ...berlin, lastSentAt: lastSentAt ? at(lastSentAt) : null }, at(now))).toBe(due),
  );
});
