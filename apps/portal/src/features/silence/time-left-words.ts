import type { TimeWords } from '#i18n/format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is left of a silence: days and hours, hours and minutes, and in the last hour minutes and seconds. */
export function silenceLeft(milliseconds: number, words: TimeWords): string {
  const left = Math.max(0, milliseconds);
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const seconds = Math.floor((left % MINUTE) / 1000);
  if (days >= 1) return words('dayHours', { days, hours });
  if (hours >= 1) return words('hoursMinutes', { hours, minutes });
  return words('minutesSeconds', { minutes, seconds: String(seconds).padStart(2, '0') });
}
