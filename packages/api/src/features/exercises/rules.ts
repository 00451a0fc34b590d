import { exerciseColours, exerciseEventKinds } from '@concord/db/enums';

/** What can be chosen in forms: the parts people play, and what they meet for. */
export const colours = exerciseColours;
export const eventKinds = exerciseEventKinds;

/** When things happen around an exercise. */
export type ExerciseDates = {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date;
  substitutionUntil: Date;
};

/** The first date that cannot be as it is, with the key of what is wrong; null when all can. */
export function datesProblem(dates: ExerciseDates): { path: keyof ExerciseDates; key: string } | null {
  const { startsAt, endsAt, opensAt, closesAt, substitutionUntil } = dates;
  if (endsAt <= startsAt) return { path: 'endsAt', key: 'exercises.endsBeforeStart' };
  if (closesAt > endsAt) return { path: 'closesAt', key: 'exercises.afterEnd' };
  if (opensAt !== null && opensAt >= closesAt) return { path: 'opensAt', key: 'exercises.opensAfterClosing' };
  if (substitutionUntil > endsAt) return { path: 'substitutionUntil', key: 'exercises.afterEnd' };
  return null;
}

/** Where an exercise stands. It is derived from its rows and the clock, and stored nowhere. */
export type ExercisePhase = 'draft' | 'announced' | 'open' | 'closed' | 'underWay' | 'over' | 'cancelled';

type Row = ExerciseDates & { publishedAt: Date | null; cancelledAt: Date | null };

/** Half-open intervals: at the instant the registration closes it is closed. */
export function phaseOf(exercise: Row, now: Date): ExercisePhase {
  if (exercise.cancelledAt !== null) return 'cancelled';
  if (exercise.publishedAt === null) return 'draft';
  if (now >= exercise.endsAt) return 'over';
  if (now >= exercise.startsAt) return 'underWay';
  if (now >= exercise.closesAt) return 'closed';
  return exercise.opensAt !== null && now < exercise.opensAt ? 'announced' : 'open';
}

/** Whether people may still be exchanged for others of their party. */
export function mayExchange(exercise: Row, now: Date): boolean {
  const phase = phaseOf(exercise, now);
  return phase !== 'cancelled' && phase !== 'draft' && phase !== 'over' && now < exercise.substitutionUntil;
}

/** How the seats of a role stand against the fewest asked for. */
export type RoleFill = { seats: number; held: number; waiting: number; minimum: number; short: number };

/** `seats` counts the parties' and the shared ones. */
export function fillOf(role: Omit<RoleFill, 'short'>): RoleFill {
  return { ...role, short: Math.max(0, role.minimum - role.held) };
}

const DAY_MS = 86_400_000;

const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The month so many months from this one: `2027-03` and -3 is `2026-12`. */
export function monthFrom(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return dayAt(Date.UTC(year, number - 1 + months, 1)).slice(0, 7);
}

/** The weeks of a month, whole ones from Monday on, as plain days. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const last = Date.UTC(year, number, 0);
  const weekday = (at: number) => (new Date(at).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let monday = first - weekday(first) * DAY_MS; monday <= last; monday += 7 * DAY_MS)
    weeks.push(Array.from({ length: 7 }, (_, day) => dayAt(monday + day * DAY_MS)));
  return weeks;
}

/** Something that lies on whole days, both included. */
export type Stretch = { from: string; to: string };
/** Where it lies in a week: in which line, from which weekday on, over how many. */
export type Laid<One> = {
  one: One;
  line: number;
  column: number;
  days: number;
  begins: boolean;
  ends: boolean;
};

/** Lays what touches a week into lines, none over another, the earlier and longer first. */
export function layWeek<One extends Stretch>(week: readonly string[], all: readonly One[]): Laid<One>[] {
  const [monday = '', sunday = ''] = [week[0], week.at(-1)];
  const free: number[] = [];
  return all
    .filter(({ from, to }) => from <= sunday && to >= monday)
    .toSorted((one, other) => one.from.localeCompare(other.from) || other.to.localeCompare(one.to))
    .map((one) => {
      const column = one.from < monday ? 0 : week.indexOf(one.from);
      const last = one.to > sunday ? week.length - 1 : week.indexOf(one.to);
      const found = free.findIndex((next) => next <= column);
      const line = found === -1 ? free.length : found;
      free[line] = last + 1;
      return {
        one,
        line,
        column,
        days: last - column + 1,
        begins: one.from >= monday,
        ends: one.to <= sunday,
      };
    });
}
