import { newId } from '@concord/db/ids';
import { lessonObservations, lessonSteps, lessons, observations } from '@concord/db/schema/lessons';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { combine } from '../../marking/rules.ts';
import { leadsLessons } from '../../policies/exercises.ts';
import { exerciseRowById } from '../exercises/rows.ts';
import { markingById } from '../threads/expand-marking.ts';
import { loadLesson } from './lesson-rows.ts';
import { heldLesson, holdLessons, recordLesson, tellWash } from './load.ts';
import { stepsFrom } from './rules.ts';
import type { ChangeLessonInput, IdentifyInput, LessonStepInput } from './schemas.ts';
import { sealRow } from './sealed.ts';

/** Identifies a lesson, from observations or by itself; it is marked as narrowly as all it follows from. */
export async function identifyLesson(
  ctx: SignedIn,
  { exerciseId, observationIds, ...content }: IdentifyInput,
) {
  const exercise = await exerciseRowById(ctx, exerciseId);
  authorize(leadsLessons(ctx.actor, exerciseId));
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  await holdLessons(ctx, exerciseId);
  const seen = await namedObservations(ctx, exerciseId, observationIds);
  const markingId = await markingOfAll(ctx, [exercise.markingId, ...seen.map((one) => one.markingId)]);
  const [next] = await ctx.tx.execute<{ number: number }>(
    sql`select concord.next_lesson(${exerciseId}::uuid) as number`,
  );
  const [id, { number }] = [newId(), found(next)];
  const sealed = await sealRow(ctx, exerciseId, 'lesson', { id, content });
  await ctx.tx
    .insert(lessons)
    .values({ id, exerciseId, number, sealed, markingId, by: ctx.actor.personId, at: ctx.now });
  if (seen.length > 0)
    await ctx.tx
      .insert(lessonObservations)
      .values(seen.map((one) => ({ lessonId: id, observationId: one.id })));
  await recordLesson(ctx, 'lesson.identify', { subject: 'lesson', subjectId: id, markingId });
  await tellWash(ctx, exerciseId, [{ markingId }]);
  return { lessonId: id, code: exercise.code, number };
}

async function namedObservations(ctx: SignedIn, exerciseId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const rows = await ctx.tx
    .select({ id: observations.id, markingId: observations.markingId })
    .from(observations)
    .where(
      and(
        eq(observations.exerciseId, exerciseId),
        inArray(observations.id, wanted),
        isNull(observations.removedAt),
      ),
    );
  if (rows.length < wanted.length) throw fieldError('observationIds', 'lessons.unknown');
  return rows;
}

async function markingOfAll(ctx: SignedIn, ids: readonly string[]): Promise<string> {
  const wanted = [...new Set(ids)];
  const [only] = wanted;
  if (wanted.length === 1 && only) return only;
  const markings = [];
  for (const id of wanted) markings.push(await markingById(ctx, id));
  const whole = combine(markings, ctx.actor.partyId);
  if (!whole) throw fieldError('observationIds', 'lessons.nobodyReadsBoth');
  return internMarking(ctx, whole);
}

/** Puts a lesson otherwise; refused when somebody else did so since the form was opened. */
export async function changeLesson(ctx: SignedIn, { lessonId, revision, ...content }: ChangeLessonInput) {
  const { lesson, exercise, leads } = await heldLesson(ctx, lessonId);
  authorize(leads);
  if (lesson.revision !== revision) throw new AppError('CONFLICT', 'lessons.changed');
  const sealed = await sealRow(ctx, exercise.id, 'lesson', { id: lessonId, content });
  await ctx.tx
    .update(lessons)
    .set({ sealed, revision: revision + 1 })
    .where(eq(lessons.id, lessonId));
  await recordLesson(ctx, 'lesson.change', {
    subject: 'lesson',
    subjectId: lessonId,
    markingId: lesson.markingId,
  });
  return { lessonId, revision: revision + 1 };
}

/** Sets a lesson aside, takes it up again, or says that it has been learned; each with a reason. */
export async function stepLesson(ctx: SignedIn, { lessonId, kind, reason, evidence }: LessonStepInput) {
  const { lesson, exercise, leads } = await heldLesson(ctx, lessonId);
  authorize(leads);
  const { state } = await loadLesson(ctx, exercise, lessonId);
  if (!stepsFrom(state).includes(kind)) throw new AppError('CONFLICT', `lessons.state.${state}`);
  if (kind === 'learned' && evidence.trim() === '') throw fieldError('evidence', 'lessons.evidence');
  const id = newId();
  await ctx.tx.insert(lessonSteps).values({
    ...{ id, lessonId, exerciseId: exercise.id, actionId: null, kind, by: ctx.actor.personId, at: ctx.now },
    sealed: await sealRow(ctx, exercise.id, 'step', { id, content: { reason, evidence } }),
  });
  await recordLesson(ctx, `lesson.${kind}`, {
    subject: 'lesson',
    subjectId: lessonId,
    markingId: lesson.markingId,
  });
  return { lessonId };
}
