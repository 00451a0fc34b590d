import { describe, expect, it } from 'vitest';
import { changesOf, vtimezone } from './vtimezone.ts';

const year = (zone: string, from: string, until: string) =>
  changesOf(zone, Date.parse(from), Date.parse(until)).map(
    ({ at, before, after }) => `${new Date(at).toISOString()} ${before}→${after}`,
  );

describe('the changes of a zone’s clocks', () => {
  it.each([
    ['Europe/Brussels', ['2027-03-28T01:00:00.000Z 60→120', '2027-10-31T01:00:00.000Z 120→60']],
    ['America/St_Johns', ['2027-03-14T05:30:00.000Z -210→-150', '2027-11-07T04:30:00.000Z -150→-210']],
    ['Australia/Lord_Howe', ['2027-04-03T15:00:00.000Z 660→630', '2027-10-02T15:30:00.000Z 630→660']],
    ['Africa/Nairobi', []],
    ['UTC', []],
  ])('%s', (zone, expected) => {
    expect(year(zone, '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z')).toEqual(expected);
  });
});

it('names each of them with the wall clock that was left, in both directions', () => {
  const lines = vtimezone(
    'Europe/Brussels',
    new Date('2027-01-05T10:00:00Z'),
    new Date('2027-12-05T10:00:00Z'),
  );
  expect(lines.startsWith('BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\n')).toBe(true);
  expect(lines).toContain(
    ['BEGIN:DAYLIGHT', 'DTSTART:20270328T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'].join('\r\n'),
  );
  expect(lines).toContain(
    ['BEGIN:STANDARD', 'DTSTART:20271031T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'].join('\r\n'),
  );
  expect(lines.endsWith('END:VTIMEZONE')).toBe(true);
});
