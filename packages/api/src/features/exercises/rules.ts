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
