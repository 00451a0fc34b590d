import { exerciseSeats } from '@concord/db/schema/exercises';
import { scoreActs } from '@concord/db/schema/scoring';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { judgesExercise, readsInjects } from '../../policies/exercises.ts';
import { publishInExercise } from '../../realtime/outbox.ts';
import { exerciseRowById } from '../exercises/rows.ts';

/** An exercise for its staff, by id; to others it is not there. */
export async function exerciseForStaff(ctx: SignedIn, exerciseId: string) {
  found(readsInjects(ctx.actor, exerciseId) || undefined);
  return exerciseRowById(ctx, exerciseId);
}

/** As above, and it was not called off. */
export async function standingExercise(ctx: SignedIn, exerciseId: string) {
  const exercise = await exerciseForStaff(ctx, exerciseId);
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  return exercise;
}

/** Whether the actor judges here: appointed to, and not playing in a team of it. */
export async function mayJudge(ctx: SignedIn, exerciseId: string): Promise<boolean> {
  if (!judgesExercise(ctx.actor, exerciseId)) return false;
  const seat = await ctx.tx.$count(
    exerciseSeats,
    and(
      eq(exerciseSeats.exerciseId, exerciseId),
      eq(exerciseSeats.personId, ctx.actor.personId),
      isNotNull(exerciseSeats.teamId),
    ),
  );
  return seat === 0;
}

/** What the director did with the scores of an exercise, in order. */
export async function actsOf(ctx: Pick<Context, 'tx'>, exerciseId: string) {
  return ctx.tx
    .select({ kind: scoreActs.kind, at: scoreActs.at })
    .from(scoreActs)
    .where(eq(scoreActs.exerciseId, exerciseId))
    .orderBy(asc(scoreActs.place));
}

/** Tells who may see it that scores have moved: that they did, and nothing of what. */
export async function tellScores(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  exerciseId: string,
): Promise<void> {
  const [row] = await ctx.tx.execute<{ heard: boolean | null }>(
    sql`select concord.scores_heard(${exerciseId}::uuid) as heard`,
  );
  const hearers = row?.heard ? 'everybody' : 'staff';
  await publishInExercise(ctx, [{ topic: `exercise-scores:${exerciseId}`, exerciseId, hearers }]);
}

/**
 * Holds the scores of an exercise until the transaction ends, beside others who judge or alone, and reads the clock then: so
 * what is frozen is what was there at that instant, and nobody is judged by a criterion while it changes.
 */
export async function holdScores(
  ctx: Pick<Context, 'tx'>,
  exerciseId: string,
  how: 'shared' | 'alone',
): Promise<Date> {
  const lock = how === 'alone' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  await ctx.tx.execute(sql`select ${lock}(hashtextextended(${exerciseId}, 4))`);
  const [row] = await ctx.tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  return new Date(String(row?.now));
}

/** Tells one team that what it thinks of itself was written. */
export async function tellTeamScores(ctx: SignedIn, exerciseId: string, teamId: string): Promise<void> {
  await publishInExercise(ctx, [{ topic: `exercise-team:${teamId}`, exerciseId, hearers: 'team', teamId }]);
}
