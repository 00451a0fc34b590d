import { newId } from '@concord/db/ids';
import { exerciseObjectives, exerciseTeams } from '@concord/db/schema/exercises';
import { injects } from '@concord/db/schema/injects';
import { observations } from '@concord/db/schema/lessons';
import { deliveries } from '@concord/db/schema/running';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { dominates } from '../../marking/rules.ts';
import { opener } from '../../sealing/sealing.ts';
import type { Delivered } from '../running/settle.ts';
import { assertReadable, expandMarking, markingById } from '../threads/expand-marking.ts';
import type { MarkingInput } from '../threads/schemas.ts';
import { type Exercise, holdLessons, joinedExercise, recordLesson, tellWash, washOf } from './load.ts';
import type { ChangeObservationInput, ObserveInput } from './schemas.ts';
import { sealRow } from './sealed.ts';

type Named = Pick<ObserveInput, 'teamId' | 'objectiveId' | 'injectId'>;

/** Notes what was seen in an exercise, while it runs or after it: whoever is in it. */
export async function observe(ctx: SignedIn, { marking, exerciseId, ...seen }: ObserveInput) {
  const { exercise, staff, teamId } = await joinedExercise(ctx, { id: exerciseId });
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  const injectNumber = await assertNamed(ctx, { exerciseId, staff, teamId }, seen);
  const markingId = marking ? await markedAs(ctx, exercise, marking) : exercise.markingId;
  const id = newId();
  const { what, evidence, kind, ...named } = seen;
  await ctx.tx.insert(observations).values({
    ...{ id, exerciseId, kind, ...named, markingId, by: ctx.actor.personId, at: ctx.now },
    sealed: await sealRow(ctx, exerciseId, 'observation', { id, content: { what, evidence, injectNumber } }),
  });
  await recordLesson(ctx, 'observation.add', { subject: 'observation', subjectId: id, markingId });
  await tellWash(ctx, exerciseId, [{ markingId, by: ctx.actor.personId }]);
  return { observationId: id };
}

async function markedAs(ctx: SignedIn, exercise: Exercise, chosen: MarkingInput): Promise<string> {
  const marking = await expandMarking(ctx, chosen);
  assertReadable(ctx, marking);
  if (!dominates(marking, await markingById(ctx, exercise.markingId)))
    throw fieldError('marking', 'lessons.widerThanExercise');
  return internMarking(ctx, marking);
}

type Place = { exerciseId: string; staff: boolean; teamId: string | null };

/** What it names is of the exercise, and an inject one that the actor knows of; its number. */
async function assertNamed(ctx: SignedIn, place: Place, named: Named): Promise<number | null> {
  const { exerciseId } = place;
  const [row] = await ctx.tx.execute<{ team: boolean; objective: boolean }>(sql`
    select ${named.teamId}::uuid is null or exists (select from ${exerciseTeams}
        where id = ${named.teamId}::uuid and exercise_id = ${exerciseId}::uuid) as team,
      ${named.objectiveId}::uuid is null or exists (select from ${exerciseObjectives}
        where id = ${named.objectiveId}::uuid and exercise_id = ${exerciseId}::uuid) as objective`);
  if (!row?.team) throw fieldError('teamId', 'lessons.unknown');
  if (!row.objective) throw fieldError('objectiveId', 'lessons.unknown');
  if (named.injectId === null) return null;
  const number = (await knownInjects(ctx, place)).find(({ id }) => id === named.injectId)?.number;
  if (number === undefined) throw fieldError('injectId', 'lessons.unknown');
  return number;
}

/** The injects somebody can name: the staff all of them by number, a player those that reached the team. */
export async function knownInjects(ctx: SignedIn, { exerciseId, staff, teamId }: Place) {
  if (staff) {
    return ctx.tx
      .select({ id: injects.id, number: injects.number })
      .from(injects)
      .where(eq(injects.exerciseId, exerciseId))
      .orderBy(injects.number);
  }
  if (teamId === null) return [];
  const rows = await ctx.tx
    .select({ id: deliveries.injectId, sealed: deliveries.sealed })
    .from(deliveries)
    .where(and(eq(deliveries.exerciseId, exerciseId), eq(deliveries.teamId, teamId)))
    .orderBy(deliveries.at);
  if (rows.length === 0) return [];
  const open = await opener(ctx, exerciseId);
  return rows.map(({ id, sealed }) => {
    const { number } = JSON.parse(open(sealed, `delivery:${id}:${teamId}`)) as Delivered;
    return { id, number };
  });
}

/** An observation of the actor's own, while the hot wash is not over. */
async function ownObservation(ctx: SignedIn, observationId: string) {
  const [row] = await ctx.tx.select().from(observations).where(eq(observations.id, observationId));
  const { exerciseId, by, removedAt } = found(row);
  const place = await joinedExercise(ctx, { id: exerciseId });
  authorize(by === ctx.actor.personId);
  await holdLessons(ctx, exerciseId);
  if (removedAt) throw new AppError('CONFLICT', 'lessons.removed');
  if ((await washOf(ctx, exerciseId))?.closedAt) throw new AppError('CONFLICT', 'lessons.washClosed');
  return { row: found(row), place: { exerciseId, staff: place.staff, teamId: place.teamId } };
}

/** Puts an own observation otherwise. */
export async function changeObservation(
  ctx: SignedIn,
  { observationId, what, evidence, ...seen }: ChangeObservationInput,
) {
  const { row, place } = await ownObservation(ctx, observationId);
  const injectNumber = await assertNamed(ctx, place, seen);
  const content = { what, evidence, injectNumber };
  const sealed = await sealRow(ctx, row.exerciseId, 'observation', { id: observationId, content });
  await ctx.tx
    .update(observations)
    .set({ ...seen, sealed })
    .where(eq(observations.id, observationId));
  await recordLesson(ctx, 'observation.change', about(row));
  await tellWash(ctx, row.exerciseId, [row]);
  return { observationId };
}

/** Takes an own observation back; what had been merged into it stands by itself again. */
export async function removeObservation(ctx: SignedIn, { observationId }: { observationId: string }) {
  const { row } = await ownObservation(ctx, observationId);
  await ctx.tx
    .update(observations)
    .set({ removedAt: ctx.now, groupId: null, intoId: null })
    .where(eq(observations.id, observationId));
  await recordLesson(ctx, 'observation.remove', about(row));
  await tellWash(ctx, row.exerciseId, [row]);
  return { observationId };
}

/** An observation as the record names it. */
export const about = ({ id, markingId }: { id: string; markingId: string }) =>
  ({ subject: 'observation', subjectId: id, markingId }) as const;
