import { exerciseEvents, exercises } from '@concord/db/schema/exercises';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { markingViews } from '../threads/marking-views.ts';
import { overlapping, overlappingEvents } from './overlap.ts';
import { phaseOf } from './rules.ts';

/** More than this in one month nobody reads on one page. */
const MOST = 300;

/** One month of the calendar: the exercises one may know of and the conferences one may read of, by when they begin. */
export async function monthOfExercises(ctx: SignedIn, { month }: { month: string }) {
  const french = ctx.locale === 'fr';
  const rows = await ctx.tx
    .select()
    .from(exercises)
    .where(overlapping(month))
    .orderBy(asc(exercises.startsAt), asc(exercises.id))
    .limit(MOST);
  const events = await ctx.tx
    .select({ event: exerciseEvents, code: exercises.code, markingId: exercises.markingId })
    .from(exerciseEvents)
    .innerJoin(exercises, eq(exercises.id, exerciseEvents.exerciseId))
    .where(overlappingEvents(month))
    .orderBy(asc(exerciseEvents.startsAt), asc(exerciseEvents.id))
    .limit(MOST);
  return {
    now: ctx.now.toISOString(),
    month,
    exercises: rows.map((row) => ({
      ...{ id: row.id, code: row.code, kind: row.kind, place: row.place, markingId: row.markingId },
      ...{ name: french ? row.nameFr : row.nameEn, phase: phaseOf(row, ctx.now) },
      ...{ startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() },
    })),
    events: events.map(({ event, code, markingId }) => ({
      ...{ id: event.id, code, markingId, kind: event.kind, title: event.title, place: event.place },
      ...{ startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() },
    })),
    markings: await markingViews(ctx, [...new Set([...rows, ...events].map(({ markingId }) => markingId))]),
  };
}
