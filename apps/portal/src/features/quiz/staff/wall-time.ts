import { wallClock } from '#i18n/zone-clock.ts';

/** What a clock on the wall in a zone shows at an instant, as a `datetime-local` field holds it. */
export function wallTime(instant: string, zone: string): string {
  return new Date(wallClock(new Date(instant), zone)).toISOString().slice(0, 16);
}

/** The instant at which a clock on the wall in a zone shows this; null for nothing typed. */
export function instantAt(wall: string, zone: string): string | null {
  const typed = Date.parse(`${wall}Z`);
  if (wall === '' || Number.isNaN(typed)) return null;
  const off = (at: number) => wallClock(new Date(at), zone) - at;
  const first = typed - off(typed);
  return new Date(typed - off(first)).toISOString();
}
