import { addMonthsToDay, dayIn, endOfDay } from '../../days.ts';
import type { Held } from './rules.ts';

const QUARTER_HOUR = 900_000;
const MOST_ENDS = 20_000;
const ends = new Map<string, number>();

/**
 * The last instant of the day so many months after an instant's own, in a zone. Days begin and clocks change on quarters
 * of an hour, so all instants of one share their answer: it is worked out once, as thousands of cells ask for it.
 */
function countsUntil(issued: number, months: number, zone: string): number {
  const key = `${Math.floor(issued / QUARTER_HOUR)} ${months} ${zone}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = endOfDay(addMonthsToDay(dayIn(new Date(issued), zone), months), zone).getTime();
  if (ends.size >= MOST_ENDS) ends.clear();
  ends.set(key, end);
  return end;
}

const endOf = ({ until }: Pick<Held, 'until'>) => until ?? Number.POSITIVE_INFINITY;

/** Until when one counts: its own end (infinite for ever), or so many months from its issue where that is earlier. */
export function countedEnd(one: Pick<Held, 'until' | 'issued'>, months: number | null, zone: string): number {
  if (months === null || one.issued === undefined) return endOf(one);
  return Math.min(endOf(one), countsUntil(one.issued, months, zone));
}

/**
 * Of the credentials a person holds in a course, the one that counts longest where a requirement lets each count for so
 * many months from its issue: to the end of that day in the alliance's zone. What a credential says of itself stays.
 */
export function countedFor(held: readonly Held[], months: number | null, zone: string): Held | null {
  if (months === null) return held[0] ?? null;
  const bounded = held.map((one) => {
    const last = countedEnd(one, months, zone);
    return last < endOf(one) ? { ...one, until: last, retake: false } : one;
  });
  return bounded.reduce<Held | null>((best, one) => (best && endOf(best) >= endOf(one) ? best : one), null);
}
