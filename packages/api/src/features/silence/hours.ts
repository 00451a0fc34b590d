import { addDays, type Day, dayIn, startOfDay } from '../../days.ts';

/** A body's working hours: from and to as clocks on the wall show them, days of the week from Monday, 1, to Sunday, 7. */
export type WorkingHours = { from: string; to: string; days: readonly number[] };

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
const MOST_DAYS = 60;

/** A wall clock's `HH:MM` as minutes of the day. */
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The instants a wall clock shows this on that day there: none in the gap of spring, two in the fold of autumn. */
export function instantsOf(day: Day, clock: string, zone: string): Date[] {
  const start = +startOfDay(day, zone);
  const guesses = [-2, -1, 0, 1, 2].map((shift) => start + minutesOf(clock) * 60_000 + shift * (HOUR_MS / 2));
  return [...new Set(guesses)]
    .map((at) => new Date(at))
    .filter((at) => dayIn(at, zone) === day && clockIn(at, zone) === clock);
}

/** What a wall clock shows there: `17:00`. */
export function clockIn(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return parts.format(at);
}

/** How many hours are worked in a day, as its clock shows them. */
export const hoursOfDay = ({ from, to }: WorkingHours) => (minutesOf(to) - minutesOf(from)) / 60;

/** Monday is 1, Sunday 7. */
function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The stretch of a day that is worked; null where none is. */
function stretch(day: Day, zone: string, hours: WorkingHours): { from: Date; to: Date } | null {
  if (!hours.days.includes(weekday(day))) return null;
  const start = startOfDay(day, zone);
  const at = (clock: string) =>
    instantsOf(day, clock, zone)[0] ?? new Date(+start + minutesOf(clock) * 60_000);
  return { from: at(hours.from), to: at(hours.to) };
}

/** Whether an instant lies in working hours; their last instant still does, so that a day may end with a deadline. */
export function isWorked(at: Date, zone: string, hours: WorkingHours): boolean {
  const worked = stretch(dayIn(at, zone), zone, hours);
  return worked !== null && +at >= +worked.from && +at <= +worked.to;
}

/** The instant by which so many working hours have passed. */
export function afterWorkingHours(from: Date, count: number, zone: string, hours: WorkingHours): Date {
  let left = count * HOUR_MS;
  const first = dayIn(from, zone);
  for (let offset = 0; offset < MOST_DAYS; offset += 1) {
    const worked = stretch(addDays(first, offset), zone, hours);
    const begin = worked ? Math.max(+worked.from, +from) : 0;
    const there = worked ? Math.max(0, +worked.to - begin) : 0;
    if (worked && there >= left) return new Date(begin + left);
    left -= there;
  }
  return new Date(+from + count * HOUR_MS);
}

/** An end to propose: the first quarter of an hour after the shortest silence that lies in working hours. */
export function proposedEnd(now: Date, minimumHours: number, zone: string, hours: WorkingHours): Date {
  const least = Math.ceil((+now + minimumHours * HOUR_MS) / QUARTER_MS) * QUARTER_MS;
  const first = dayIn(new Date(least), zone);
  for (let offset = 0; offset < MOST_DAYS; offset += 1) {
    const worked = stretch(addDays(first, offset), zone, hours);
    if (worked && +worked.to >= least) return new Date(Math.max(least, +worked.from));
  }
  return new Date(least);
}
