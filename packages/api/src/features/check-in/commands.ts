import { exerciseCheckIns, exerciseSeatEntries, exerciseSeats } from '@concord/db/schema/exercises';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize } from '../../errors.ts';
import { keepsDoor } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { exerciseRowById } from '../exercises/rows.ts';
import { codesOf } from './codes.ts';
import type { BringInput } from './schemas.ts';

/** What became of one thing a door saw: noted, noted of somebody without a seat, or a code that is nobody's here. */
export type Outcome = 'noted' | 'withoutSeat' | 'unknown';

/**
 * Takes what a door saw, each once however often it is sent and whoever else sends it. What is nobody's code is told and
 * written nowhere; the rest is not held up by it. Nobody comes later than it was told: a clock that is ahead is set back.
 */
export async function bringPassages(ctx: SignedIn, { exerciseId, passages }: BringInput) {
  const exercise = await exerciseRowById(ctx, exerciseId);
  authorize(keepsDoor(ctx.actor, exerciseId));
  const people = await peopleByCode(ctx, exerciseId);
  const seats = await ctx.tx
    .select({ personId: exerciseSeats.personId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.exerciseId, exerciseId));
  const seated = new Set(seats.map(({ personId }) => personId));
  const known = passages.flatMap(({ badge, at, ...passage }) => {
    const personId = people.get(badge);
    const when = new Date(at) > ctx.now ? ctx.now : new Date(at);
    return personId
      ? [{ ...passage, at: when, exerciseId, personId, receivedAt: ctx.now, checkedBy: ctx.actor.personId }]
      : [];
  });
  if (known.length > 0) await ctx.tx.insert(exerciseCheckIns).values(known).onConflictDoNothing();
  const ids = passages.map(({ id }) => id);
  const kept = await ctx.tx
    .select({ id: exerciseCheckIns.id, personId: exerciseCheckIns.personId })
    .from(exerciseCheckIns)
    .where(and(eq(exerciseCheckIns.exerciseId, exerciseId), inArray(exerciseCheckIns.id, ids)));
  const noted = new Map(kept.map(({ id, personId }) => [id, personId]));
  await record(ctx, {
    ...{ action: 'exercise.checkIn', subject: 'exercise', subjectId: exerciseId },
    ...{ markingId: exercise.markingId, details: { passages: noted.size } },
  });
  return {
    lines: ids.map((id): { id: string; outcome: Outcome } => {
      const personId = noted.get(id);
      if (personId === undefined) return { id, outcome: 'unknown' };
      return { id, outcome: seated.has(personId) ? 'noted' : 'withoutSeat' };
    }),
  };
}

/** Everybody who was ever named for a role of the exercise, by the code of their badge. */
async function peopleByCode(ctx: SignedIn, exerciseId: string): Promise<Map<string, string>> {
  const { personId } = exerciseSeatEntries;
  const rows = await ctx.tx
    .selectDistinct({ personId })
    .from(exerciseSeatEntries)
    .where(and(eq(exerciseSeatEntries.exerciseId, exerciseId), isNotNull(personId)));
  const codeOf = await codesOf(ctx, exerciseId);
  return new Map(rows.flatMap((row) => (row.personId ? [[codeOf(row.personId), row.personId]] : [])));
}
