import { addDays, type Day } from '../../days.ts';
import { instantsOf } from '../silence/hours.ts';

/** When a session is, as clocks on the wall of its zone show it; `fold` says which of two where clocks go back. */
export type Wall = { day: Day; begins: string; finishes: string; fold: 'first' | 'second' };
export type Span = { startsAt: Date; endsAt: Date };

/** No session is longer; an end that is earlier on the clock is on the next day. */
export const LONGEST_HOURS = 12;
/** Attendance can be noted from so long before the start: people arrive. */
export const NOTE_BEFORE_MINUTES = 30;
/** What was noted longer ago is corrected with a reason. */
export const LATE_HOURS = 24;

const HOUR_MS = 3_600_000;

export type SpanProblem = { field: 'begins' | 'finishes'; problem: 'noSuchTime' | 'tooLong' };

/** The instants a session begins and ends, or which field is wrong: an hour the clocks skip, or an end that is none. */
export function spanOf({ day, begins, finishes, fold }: Wall, zone: string): Span | SpanProblem {
  const [first, second] = instantsOf(day, begins, zone);
  if (!first) return { field: 'begins', problem: 'noSuchTime' };
  const startsAt = fold === 'second' && second ? second : first;
  const ends = instantsOf(finishes > begins ? day : addDays(day, 1), finishes, zone);
  // Where clocks go back, an earlier hour of the same day can come after the start.
  if (finishes <= begins) ends.unshift(...instantsOf(day, finishes, zone));
  if (ends.length === 0) return { field: 'finishes', problem: 'noSuchTime' };
  const endsAt = ends.find((end) => end > startsAt);
  if (!endsAt || +endsAt - +startsAt > LONGEST_HOURS * HOUR_MS)
    return { field: 'finishes', problem: 'tooLong' };
  return { startsAt, endsAt };
}

/** Whether the clocks of a zone show the start twice on that day, so that one of the two has to be chosen. */
export function beginsTwice({ day, begins }: Pick<Wall, 'day' | 'begins'>, zone: string): boolean {
  return instantsOf(day, begins, zone).length > 1;
}

/** Whether two stretches of time have an instant in common; one may begin as the other ends. */
export function overlaps(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

export type Phase = 'cancelled' | 'ahead' | 'running' | 'over';
type Dated = Span & { cancelledAt: Date | null };

/** Where a session stands at an instant. */
export function phaseOf({ startsAt, endsAt, cancelledAt }: Dated, now: Date): Phase {
  if (cancelledAt !== null) return 'cancelled';
  if (now < startsAt) return 'ahead';
  return now < endsAt ? 'running' : 'over';
}

export type Attendance = 'present' | 'absent' | 'excused';
type OwnDate = Dated & { state: Attendance | null };

/** What a learner has of the dates of one session: where they were present, which comes next, which passed without. */
export function standingOf<Session extends OwnDate>(dates: readonly Session[], now: Date) {
  const held = dates
    .filter(({ cancelledAt }) => cancelledAt === null)
    .toSorted((a, b) => +a.startsAt - +b.startsAt);
  const attended = held.findLast(({ state }) => state === 'present') ?? null;
  const next = held.find((date) => date.state !== 'present' && date.endsAt > now) ?? null;
  const missed = held.findLast((date) => date.state !== 'present' && date.endsAt <= now) ?? null;
  return { attended, next: attended ? null : next, missed: attended ? null : missed };
}

/** Whether attendance can be noted: from a little before the start, and not of what was cancelled. */
export function mayNote({ startsAt, cancelledAt }: Omit<Dated, 'endsAt'>, now: Date): boolean {
  return cancelledAt === null && +now >= +startsAt - NOTE_BEFORE_MINUTES * 60_000;
}

/** Whether changing what was noted needs a reason. */
export function isLate(notedAt: Date | null, now: Date): boolean {
  return notedAt !== null && +now - +notedAt > LATE_HOURS * HOUR_MS;
}
