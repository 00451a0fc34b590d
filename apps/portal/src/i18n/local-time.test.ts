import { expect, it } from 'vitest';
import { instantOf, localOf } from '#i18n/local-time.ts';

it.each([
  ['2026-11-24T12:30', 'Europe/Brussels', '2026-11-24T11:30:00.000Z'],
  ['2026-07-01T00:00', 'Europe/Brussels', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Brussels', '2026-03-29T01:00:00.000Z'],
  ['2026-02-28T23:59', 'Pacific/Auckland', '2026-02-28T10:59:00.000Z'],
])('%s in %s is %s, and back', (typed, zone, instant) => {
  expect(instantOf(typed, zone)).toBe(instant);
  expect(localOf(instant, zone)).toBe(typed);
});

it.each(['', 'tomorrow', '2026-99-99T00:00'])('%j is no time', (typed) => {
  expect(instantOf(typed, 'UTC')).toBeNull();
});
