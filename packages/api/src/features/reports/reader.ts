import { exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { and, eq, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { readsInjects } from '../../policies/exercises.ts';
import { isReported } from '../exercises/reported.ts';

/**
 * An exercise for a reader of its report: of its staff, in a seat, or (once it is issued) coordinating the training of a
 * party that held one. To others it is not there.
 */
export async function readerOf(ctx: SignedIn, code: string) {
  const [row] = await ctx.tx
    .select({
      exercise: exercises,
      seat: exerciseSeats.personId,
      reported: isReported(exercises.id),
    })
    .from(exercises)
    .leftJoin(
      exerciseSeats,
      and(eq(exerciseSeats.exerciseId, exercises.id), eq(exerciseSeats.personId, ctx.actor.personId)),
    )
    .where(eq(exercises.code, code));
  const { exercise, seat, reported } = found(row);
  const staff = readsInjects(ctx.actor, exercise.id);
  const joined = staff || seat !== null;
  found(joined || reported || undefined);
  return { exercise, staff, joined };
}

/** The teams of an exercise that the reader played in, or that people of a party they coordinate played in. */
export async function ownTeamsIn(ctx: SignedIn, exerciseId: string): Promise<Set<string>> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select t.id from exercise_team t where t.exercise_id = ${exerciseId}::uuid
      and (t.id = any((select concord.exercise_teams())::uuid[]) or t.id = any((select concord.teams_reported())::uuid[]))`);
  return new Set([...rows].map(({ id }) => id));
}

/** Who coordinates the training of parties that hold seats in an exercise, for who leads it. */
export async function coordinatorsOf(ctx: Pick<Context, 'tx'>, exerciseId: string): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ people: string[] }>(
    sql`select to_jsonb(concord.exercise_coordinators(${exerciseId}::uuid)) as people`,
  );
  return row?.people ?? [];
}
