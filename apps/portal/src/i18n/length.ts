import type { TimeWords } from './format.ts';

/** How long something takes, in hours and minutes: "46 min", "1 h 26 min", "30 h". */
export function lengthInWords(minutes: number, words: TimeWords): string {
  if (minutes < 60) return words('minutes', { minutes });
  return words('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
