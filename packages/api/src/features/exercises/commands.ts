import { newId } from '@concord/db/ids';
import { exerciseRoles, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { directsExercise, makesExercises } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { notify } from '../notifications/notify.ts';
import { assertReadable, expandMarking } from '../threads/expand-marking.ts';
import { datesProblem, type ExerciseDates } from './rules.ts';
import type { CreateExerciseInput } from './schemas.ts';

type Dated = Pick<CreateExerciseInput, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'substitutionUntil'>;

/** The dates of a form, refused by the field that cannot be as it is. */
export function datesOf(input: Dated): ExerciseDates {
  const dates = {
    startsAt: new Date(input.startsAt),
    endsAt: new Date(input.endsAt),
    opensAt: input.opensAt === null ? null : new Date(input.opensAt),
    closesAt: new Date(input.closesAt),
    substitutionUntil: new Date(input.substitutionUntil),
  };
  const problem = datesProblem(dates);
  if (problem) throw fieldError(problem.path, problem.key);
  return dates;
}

/** The exercise, held until the transaction ends, while seats in it go on; NOT_FOUND where it may not be read. */
export async function lockExercise(ctx: SignedIn, exerciseId: string) {
  const [row] = await ctx.tx
    .select()
    .from(exercises)
    .where(eq(exercises.id, exerciseId))
    .for('no key update');
  return found(row);
}

/** Begins an exercise: a draft that only its staff and who manages training know of. */
export async function createExercise(ctx: SignedIn, input: CreateExerciseInput) {
  found(makesExercises(ctx.actor) || undefined);
  const { marking: chosen, ...fields } = input;
  const marking = await expandMarking(ctx, chosen);
  assertReadable(ctx, marking);
  const markingId = await internMarking(ctx, marking);
  const row = {
    ...{ ...fields, ...datesOf(input), id: newId(), markingId },
    ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
  };
  const [made] = await ctx.tx
    .insert(exercises)
    .values(row)
    .onConflictDoNothing({ target: exercises.code })
    .returning({ id: exercises.id });
  if (!made) throw fieldError('code', 'exercises.codeTaken');
  await record(ctx, { action: 'exercise.create', subject: 'exercise', subjectId: row.id, markingId });
  return { exerciseId: row.id, code: row.code };
}

/** Lets whoever its marking lets know of it. It needs at least one role to be played. */
export async function publishExercise(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const exercise = await lockExercise(ctx, exerciseId);
  authorize(directsExercise(ctx.actor, exerciseId));
  if (exercise.publishedAt) throw new AppError('CONFLICT', 'exercises.publishedAlready');
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  const [role] = await ctx.tx
    .select({ id: exerciseRoles.id })
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, exerciseId))
    .limit(1);
  if (!role) throw new AppError('PRECONDITION_FAILED', 'exercises.withoutRole');
  await ctx.tx.update(exercises).set({ publishedAt: ctx.now }).where(eq(exercises.id, exerciseId));
  await record(ctx, {
    action: 'exercise.publish',
    subject: 'exercise',
    subjectId: exerciseId,
    markingId: exercise.markingId,
  });
  return { exerciseId, code: exercise.code };
}

/** Calls it off, with the reason; whoever holds a seat is told. Nothing that was done is taken back. */
export async function cancelExercise(
  ctx: SignedIn,
  { exerciseId, reason }: { exerciseId: string; reason: string },
) {
  const exercise = await lockExercise(ctx, exerciseId);
  authorize(directsExercise(ctx.actor, exerciseId));
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  if (ctx.now >= exercise.endsAt) throw new AppError('CONFLICT', 'exercises.over');
  await ctx.tx
    .update(exercises)
    .set({ cancelledAt: ctx.now, cancelReason: reason, revision: exercise.revision + 1 })
    .where(eq(exercises.id, exerciseId));
  await record(ctx, {
    action: 'exercise.cancel',
    subject: 'exercise',
    subjectId: exerciseId,
    markingId: exercise.markingId,
  });
  await tellHolders(ctx, exercise, 'exerciseCancelled');
  return { exerciseId, code: exercise.code };
}

type Exercise = typeof exercises.$inferSelect;

/** What a notice about an exercise carries; its mail says nothing of it. */
export const newsOf = (exercise: Pick<Exercise, 'id' | 'code'>) =>
  ({
    path: `/exercise/${exercise.code}`,
    subjectId: exercise.id,
    params: { exercise: exercise.code },
  }) as const;

/** The same where it is about the person's own part: it leads to their own page. */
export const ownNews = (exercise: Pick<Exercise, 'id' | 'code'>) =>
  ({ ...newsOf(exercise), path: `/exercise/${exercise.code}/mine` }) as const;

/** Tells who holds a seat in it. */
export async function tellHolders(
  ctx: SignedIn,
  exercise: Exercise,
  kind: 'exerciseMoved' | 'exerciseCancelled',
) {
  const holders = await ctx.tx
    .select({ personId: exerciseSeats.personId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.exerciseId, exercise.id));
  await notify(ctx, { personIds: holders.map(({ personId }) => personId), kind, ...newsOf(exercise) });
}
