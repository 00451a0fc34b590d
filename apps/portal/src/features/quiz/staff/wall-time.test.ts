import { expect, it } from 'vitest';
import { instantAt, wallTime } from './wall-time.ts';

it.each([
  ['2026-01-15T12:00', 'Europe/Brussels', '2026-01-15T11:00:00.000Z'],
  ['2026-07-15T12:00', 'Europe/Brussels', '2026-07-15T10:00:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Brussels', '2026-03-29T01:30:00.000Z'],
  ['2026-01-15T00:30', 'America/Toronto', '2026-01-15T05:30:00.000Z'],
])('%s in %s is %s, and back', (wall, zone, instant) => {
  expect(instantAt(wall, zone)).toBe(instant);
  expect(wallTime(instant, zone)).toBe(wall);
});

it('is nothing for nothing', () => expect(instantAt('', 'UTC')).toBeNull());
