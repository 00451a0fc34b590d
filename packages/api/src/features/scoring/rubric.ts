import { newId } from '@concord/db/ids';
import { exerciseObjectives } from '@concord/db/schema/exercises';
import { criteria, scores } from '@concord/db/schema/scoring';
import { and, count, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { writesInjects } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { holdScores, standingExercise } from './load.ts';
import { levelsProblem } from './rules.ts';
import type { CriterionInput } from './schemas.ts';

const MOST_CRITERIA = 100;
type Kept = typeof criteria.$inferSelect;

async function writable(ctx: SignedIn, exerciseId: string) {
  const exercise = await standingExercise(ctx, exerciseId);
  authorize(writesInjects(ctx.actor, exerciseId));
  await holdScores(ctx, exerciseId, 'alone');
  return exercise;
}

/** Adds a line to the rubric or changes it. Once somebody was judged by it, how many levels it has and what they give stays. */
export async function saveCriterion(ctx: SignedIn, { exerciseId, criterionId, ...fields }: CriterionInput) {
  const exercise = await writable(ctx, exerciseId);
  const problem = levelsProblem(fields.levels, exercise.kind === 'competitive');
  if (problem) throw fieldError(problem.path, problem.key);
  await assertObjective(ctx, exerciseId, fields.objectiveId);
  const id = criterionId ?? newId();
  if (criterionId === null) {
    const there = await ctx.tx.$count(criteria, eq(criteria.exerciseId, exerciseId));
    if (there >= MOST_CRITERIA) throw new AppError('CONFLICT', 'scoring.tooMany', { max: MOST_CRITERIA });
    await ctx.tx.insert(criteria).values({ id, exerciseId, position: there, ...fields });
  } else {
    const known = await criterionOf(ctx, criterionId);
    found(known.exerciseId === exerciseId || undefined);
    const same =
      known.levels.map(({ points }) => points).join() === fields.levels.map((one) => one.points).join();
    if (!same && (await judgedBy(ctx, criterionId))) throw fieldError('levels', 'scoring.judgedBy');
    await ctx.tx.update(criteria).set(fields).where(eq(criteria.id, criterionId));
  }
  await recordRubric(ctx, exercise, 'exercise.criterion', id);
  return { criterionId: id };
}

/** Takes a line off the rubric, as long as nobody was judged by it. */
export async function removeCriterion(ctx: SignedIn, { criterionId }: { criterionId: string }) {
  const known = await criterionOf(ctx, criterionId);
  const exercise = await writable(ctx, known.exerciseId);
  if (await judgedBy(ctx, criterionId)) throw new AppError('CONFLICT', 'scoring.judgedBy');
  await ctx.tx.delete(criteria).where(eq(criteria.id, criterionId));
  await recordRubric(ctx, exercise, 'exercise.criterionRemoved', criterionId);
  return { criterionId };
}

/** A criterion that may be read. */
async function criterionOf(ctx: SignedIn, criterionId: string): Promise<Kept> {
  const [row] = await ctx.tx.select().from(criteria).where(eq(criteria.id, criterionId));
  return found(row);
}

async function judgedBy(ctx: SignedIn, criterionId: string): Promise<boolean> {
  return (await ctx.tx.$count(scores, eq(scores.criterionId, criterionId))) > 0;
}

async function assertObjective(ctx: SignedIn, exerciseId: string, objectiveId: string | null): Promise<void> {
  if (objectiveId === null) return;
  const [known] = await ctx.tx
    .select({ all: count() })
    .from(exerciseObjectives)
    .where(and(eq(exerciseObjectives.id, objectiveId), eq(exerciseObjectives.exerciseId, exerciseId)));
  if (known?.all !== 1) throw fieldError('objectiveId', 'injects.unknown');
}

async function recordRubric(
  ctx: SignedIn,
  exercise: { id: string; markingId: string },
  action: string,
  criterionId: string,
): Promise<void> {
  await record(ctx, {
    ...{ action, subject: 'exercise', subjectId: exercise.id, markingId: exercise.markingId },
    details: { criterionId },
  });
}
