import { exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { hotWashes, lessons } from '@concord/db/schema/lessons';
import { and, eq, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { leadsHotWash, leadsLessons, readsInjects } from '../../policies/exercises.ts';
import { publishInExercise } from '../../realtime/outbox.ts';
import { record } from '../../record/record.ts';
import { isReported } from '../exercises/reported.ts';

export type Exercise = typeof exercises.$inferSelect;
type By = { code: string } | { id: string };

/** An exercise as one of those in it sees it: as its staff, or in a seat; to others it is not there. */
export async function joinedExercise(ctx: SignedIn, by: By) {
  const [row] = await ctx.tx
    .select({ exercise: exercises, seat: exerciseSeats.personId, teamId: exerciseSeats.teamId })
    .from(exercises)
    .leftJoin(
      exerciseSeats,
      and(eq(exerciseSeats.exerciseId, exercises.id), eq(exerciseSeats.personId, ctx.actor.personId)),
    )
    .where('code' in by ? eq(exercises.code, by.code) : eq(exercises.id, by.id));
  const { exercise, seat, teamId } = found(row);
  const staff = readsInjects(ctx.actor, exercise.id);
  found(staff || seat !== null || undefined);
  return { exercise, staff, teamId };
}

/** What a reader of lessons finds beside them: the pages of those in the exercise, and its report. */
export async function besideLessons(ctx: SignedIn, exerciseId: string) {
  const [row] = await ctx.tx.execute<{ seated: boolean; reported: boolean }>(sql`
    select ${exerciseId}::uuid = any(concord.exercise_seats()) as seated,
      ${isReported(exerciseId)} as reported`);
  const joined = row?.seated === true || readsInjects(ctx.actor, exerciseId);
  return { joined, report: joined || row?.reported === true };
}

/** The hot wash of an exercise, or null where none was opened. */
export async function washOf(ctx: SignedIn, exerciseId: string) {
  const [row] = await ctx.tx.select().from(hotWashes).where(eq(hotWashes.exerciseId, exerciseId));
  return row ?? null;
}

/** An exercise whose hot wash the actor leads, held until the transaction ends. */
export async function ledExercise(ctx: SignedIn, exerciseId: string): Promise<Exercise> {
  const { exercise } = await joinedExercise(ctx, { id: exerciseId });
  if (!leadsHotWash(ctx.actor, exerciseId)) throw new AppError('FORBIDDEN', 'forbidden');
  await holdLessons(ctx, exerciseId);
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  return exercise;
}

/** What is decided over the observations and lessons of one exercise comes one after another. */
export async function holdLessons(ctx: SignedIn, exerciseId: string): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${exerciseId}, 5))`);
}

/** A lesson the actor may read, with its exercise; held. */
export async function heldLesson(ctx: SignedIn, lessonId: string) {
  const [known] = await ctx.tx
    .select({ exerciseId: lessons.exerciseId })
    .from(lessons)
    .where(eq(lessons.id, lessonId));
  await holdLessons(ctx, found(known).exerciseId);
  const [row] = await ctx.tx
    .select({ lesson: lessons, exercise: exercises })
    .from(lessons)
    .innerJoin(exercises, eq(exercises.id, lessons.exerciseId))
    .where(eq(lessons.id, lessonId));
  const { lesson, exercise } = found(row);
  return { lesson, exercise, leads: leadsLessons(ctx.actor, exercise.id) };
}

type About = { subject: 'observation' | 'lesson' | 'exercise'; subjectId: string; markingId: string };

/** Records what was done to an observation or lesson of an exercise. */
export async function recordLesson(
  ctx: SignedIn,
  action: string,
  about: About,
  details: Record<string, unknown> = {},
): Promise<void> {
  await record(ctx, { action, ...about, details });
}

/** An item of the hot wash that is marked for itself, and who wrote it, who reads it before the hot wash is opened too. */
type Marked = { markingId: string; by?: string };

/** Tells who follows the hot wash that it has moved on, with an item those alone who may read that; and nothing of how. */
export async function tellWash(ctx: SignedIn, exerciseId: string, items: readonly Marked[] = []) {
  const news = { topic: `exercise-wash:${exerciseId}`, exerciseId, hearers: 'wash' as const };
  await publishInExercise(
    ctx,
    items.length > 0 ? items.map(({ markingId, by }) => ({ ...news, markingId, personId: by })) : [news],
  );
}

/** Everybody in an exercise, for one of them and for who manages training. */
export async function everybodyIn(ctx: Pick<Context, 'tx'>, exerciseId: string): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ people: string[] }>(
    sql`select to_jsonb(concord.exercise_everybody(${exerciseId}::uuid)) as people`,
  );
  return row?.people ?? [];
}
