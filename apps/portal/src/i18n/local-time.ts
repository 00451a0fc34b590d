import { wallClock } from '#i18n/zone-clock.ts';

/** An instant as `datetime-local` holds it in a zone: `2026-11-24T12:30`; empty for none. */
export function localOf(instant: string | null, zone: string): string {
  return instant ? new Date(wallClock(new Date(instant), zone)).toISOString().slice(0, 16) : '';
}

/** The instant of what was typed, in a zone; null for nothing. A wall time that a zone skips moves to the hour after. */
export function instantOf(typed: string, zone: string): string | null {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed)
    ? Date.parse(`${typed.slice(0, 16)}:00Z`)
    : Number.NaN;
  if (Number.isNaN(wall)) return null;
  let instant = wall;
  for (let turn = 0; turn < 2; turn += 1) instant += wall - wallClock(new Date(instant), zone);
  return new Date(instant).toISOString();
}
