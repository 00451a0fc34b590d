import { addDays, type Day, dayIn, endOfDay } from '../../days.ts';
import type { Cell, CellState, Held } from '../readiness/rules.ts';

const WEEKS_AFTER_END = 2;
const DAY_MS = 86_400_000;

/** States in which evidence that is there ends before it should, or has ended. */
const ending: readonly CellState[] = ['endsSoon', 'endsBefore', 'expired'];

/** Whether a renewal is open: there was evidence, and it ends within the requirement's days, too early, or has ended. */
export function isRenewal(held: Held | null, cell: Pick<Cell, 'state'>): boolean {
  return held !== null && ending.includes(cell.state);
}

/**
 * Until when it is to be renewed: by the end of what is held (or the day on which it must be valid, if that is earlier);
 * where that is over, as with a new version that has to be taken, by the end of a day two weeks on.
 */
export function dueOf(held: Held, validOn: Date | null, { now, zone }: { now: Date; zone: string }): Date {
  const end = Math.min(
    held.until ?? Number.POSITIVE_INFINITY,
    validOn?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  if (end > now.getTime() && Number.isFinite(end)) return new Date(end);
  return endOfDay(addDays(dayIn(now, zone), WEEKS_AFTER_END * 7), zone);
}

/**
 * Whether a part in an exercise has to be played anew: as with credentials, and not while a seat in one to come is held, as
 * nothing is left to do then.
 */
export function isPartRenewal(held: Held | null, cell: Pick<Cell, 'state' | 'step'>): boolean {
  return isRenewal(held, cell) && cell.step === 'takePart';
}

/** How many days of the calendar lie between two days. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * Which reminders are due, by the calendar of the zone: those whose day has come and that did not go out. After a pause
 * several are, and one mail stands for them all. Past the end none is.
 */
export function remindersDue(
  { dueAt, policy, reminded }: { dueAt: Date; policy: readonly number[]; reminded: readonly number[] },
  { now, zone }: { now: Date; zone: string },
): number[] {
  if (now >= dueAt) return [];
  const left = daysBetween(dayIn(now, zone), dayIn(dueAt, zone));
  return policy.filter((days) => days >= left && !reminded.includes(days));
}
