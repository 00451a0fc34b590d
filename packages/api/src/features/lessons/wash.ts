import { newId } from '@concord/db/ids';
import { hotWashes, observations, washGroups } from '@concord/db/schema/lessons';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { type Exercise, ledExercise, recordLesson, tellWash, washOf } from './load.ts';
import { about } from './observations.ts';
import { sealRow } from './sealed.ts';

const ofExercise = ({ id, markingId }: Exercise) =>
  ({ subject: 'exercise', subjectId: id, markingId }) as const;

/** Opens the hot wash: from now on everybody who took part reads what was seen. It does not close that again. */
export async function openWash(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const exercise = await ledExercise(ctx, exerciseId);
  if (ctx.now < exercise.startsAt) throw new AppError('CONFLICT', 'lessons.washEarly');
  const known = await washOf(ctx, exerciseId);
  if (known && !known.closedAt) throw new AppError('CONFLICT', 'lessons.washOpen');
  await ctx.tx
    .insert(hotWashes)
    .values({ exerciseId, openedAt: ctx.now, openedBy: ctx.actor.personId })
    .onConflictDoUpdate({ target: hotWashes.exerciseId, set: { closedAt: null } });
  await recordLesson(ctx, 'hotWash.open', ofExercise(exercise));
  await tellWash(ctx, exerciseId);
  return { exerciseId };
}

/** A hot wash that is under way, led by the actor. */
async function runningWash(ctx: SignedIn, exerciseId: string) {
  const exercise = await ledExercise(ctx, exerciseId);
  const wash = await washOf(ctx, exerciseId);
  if (wash?.closedAt) throw new AppError('CONFLICT', 'lessons.washClosed');
  return { exercise, wash };
}

/** Ends the talk; observations stay as they stand. */
export async function closeWash(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const { exercise, wash } = await runningWash(ctx, exerciseId);
  if (!wash) throw new AppError('CONFLICT', 'lessons.washNotOpen');
  await ctx.tx
    .update(hotWashes)
    .set({ closedAt: ctx.now, groupId: null })
    .where(eq(hotWashes.exerciseId, exerciseId));
  await recordLesson(ctx, 'hotWash.close', ofExercise(exercise));
  await tellWash(ctx, exerciseId);
  return { exerciseId };
}

const groupsOf = (ctx: SignedIn, exerciseId: string) =>
  ctx.tx
    .select({ id: washGroups.id })
    .from(washGroups)
    .where(eq(washGroups.exerciseId, exerciseId))
    .orderBy(asc(washGroups.position), asc(washGroups.id));

async function assertGroup(ctx: SignedIn, exerciseId: string, groupId: string | null): Promise<void> {
  const known = (await groupsOf(ctx, exerciseId)).some(({ id }) => id === groupId);
  if (groupId !== null && !known) throw fieldError('groupId', 'lessons.unknown');
}

/** Makes a group to talk about, or gives one another title. */
export async function saveGroup(
  ctx: SignedIn,
  { exerciseId, groupId, title }: { exerciseId: string; groupId: string | null; title: string },
) {
  const { exercise } = await runningWash(ctx, exerciseId);
  const known = await groupsOf(ctx, exerciseId);
  await assertGroup(ctx, exerciseId, groupId);
  const id = groupId ?? newId();
  const sealed = await sealRow(ctx, exerciseId, 'group', { id, content: { title } });
  if (groupId === null)
    await ctx.tx.insert(washGroups).values({ id, exerciseId, position: known.length, sealed });
  else await ctx.tx.update(washGroups).set({ sealed }).where(eq(washGroups.id, id));
  await recordLesson(ctx, 'hotWash.group', ofExercise(exercise), { groupId: id });
  await tellWash(ctx, exerciseId);
  return { groupId: id };
}

/** Puts a group at another place in the talk. */
export async function moveGroup(ctx: SignedIn, { groupId, at }: { groupId: string; at: number }) {
  const [row] = await ctx.tx
    .select({ exerciseId: washGroups.exerciseId })
    .from(washGroups)
    .where(eq(washGroups.id, groupId));
  const { exerciseId } = found(row);
  const { exercise } = await runningWash(ctx, exerciseId);
  const others = (await groupsOf(ctx, exerciseId)).map(({ id }) => id).filter((id) => id !== groupId);
  const order = others.toSpliced(at, 0, groupId);
  await ctx.tx.execute(sql`
    update exercise_wash_group g set position = o.place::int - 1
    from jsonb_array_elements_text(${JSON.stringify(order)}::jsonb) with ordinality o (id, place)
    where g.id = o.id::uuid`);
  await recordLesson(ctx, 'hotWash.order', ofExercise(exercise), { groupId });
  await tellWash(ctx, exerciseId);
  return { groupId };
}

/** Says which group is being talked about, on everybody's page. */
export async function pointAt(
  ctx: SignedIn,
  { exerciseId, groupId }: { exerciseId: string; groupId: string | null },
) {
  const { exercise, wash } = await runningWash(ctx, exerciseId);
  if (!wash) throw new AppError('CONFLICT', 'lessons.washNotOpen');
  await assertGroup(ctx, exerciseId, groupId);
  await ctx.tx.update(hotWashes).set({ groupId }).where(eq(hotWashes.exerciseId, exerciseId));
  await recordLesson(ctx, 'hotWash.point', ofExercise(exercise), { groupId });
  await tellWash(ctx, exerciseId);
  return { exerciseId };
}

async function standing(ctx: SignedIn, observationId: string) {
  const [row] = await ctx.tx.select().from(observations).where(eq(observations.id, observationId));
  const observation = found(row);
  await runningWash(ctx, observation.exerciseId);
  if (observation.removedAt) throw new AppError('CONFLICT', 'lessons.removed');
  return observation;
}

/** Puts an observation into a group at a place, or out of any. */
export async function placeObservation(
  ctx: SignedIn,
  { observationId, groupId, at }: { observationId: string; groupId: string | null; at: number },
) {
  const observation = await standing(ctx, observationId);
  await assertGroup(ctx, observation.exerciseId, groupId);
  const others = await ctx.tx
    .select({ id: observations.id })
    .from(observations)
    .where(
      and(
        eq(observations.exerciseId, observation.exerciseId),
        groupId === null ? isNull(observations.groupId) : eq(observations.groupId, groupId),
        ne(observations.id, observationId),
      ),
    )
    .orderBy(asc(observations.position), asc(observations.id));
  const order = others.map(({ id }) => id).toSpliced(at, 0, observationId);
  await ctx.tx.update(observations).set({ groupId, intoId: null }).where(eq(observations.id, observationId));
  await ctx.tx.execute(sql`
    update exercise_observation n set position = o.place::int - 1
    from jsonb_array_elements_text(${JSON.stringify(order)}::jsonb) with ordinality o (id, place)
    where n.id = o.id::uuid`);
  await recordLesson(ctx, 'observation.place', about(observation), { groupId });
  await tellWash(ctx, observation.exerciseId, [observation]);
  return { observationId };
}

/** Says that an observation says the same as another, and so stands within it; or, with none named, that it does not. */
export async function mergeObservation(
  ctx: SignedIn,
  { observationId, intoId }: { observationId: string; intoId: string | null },
) {
  const observation = await standing(ctx, observationId);
  let groupId = observation.groupId;
  let moved: { markingId: string; by: string }[] = [];
  if (intoId !== null) {
    const [target] = await ctx.tx
      .select()
      .from(observations)
      .where(and(eq(observations.id, intoId), eq(observations.exerciseId, observation.exerciseId)));
    if (!target || target.removedAt || target.id === observationId || target.intoId !== null)
      throw fieldError('intoId', 'lessons.unknown');
    groupId = target.groupId;
    // What stood within it goes along: nothing stands within what stands within another.
    moved = await ctx.tx
      .update(observations)
      .set({ intoId, groupId })
      .where(eq(observations.intoId, observationId))
      .returning({ markingId: observations.markingId, by: observations.by });
  }
  await ctx.tx.update(observations).set({ intoId, groupId }).where(eq(observations.id, observationId));
  await recordLesson(ctx, 'observation.merge', about(observation), { intoId });
  await tellWash(ctx, observation.exerciseId, [observation, ...moved]);
  return { observationId };
}
