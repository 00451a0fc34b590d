import { exerciseEvents, exercises } from '@concord/db/schema/exercises';
import { levels, markings } from '@concord/db/schema/markings';
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Entry } from '../calendar/rules.ts';
import { exerciseRow } from './rows.ts';

/** How far back calendars still show what is over, in days; and the most of one kind in a file. */
const DAYS_BACK = 90;
const MOST = 500;

/** The dates of the exercises the person sits in or is of the staff of, with the conferences they may read of. */
export async function ownExerciseDates(ctx: SignedIn): Promise<Entry[]> {
  return datesOf(
    ctx,
    sql`(${exercises.id} = any((select concord.exercise_seats())::uuid[])
      or ${exercises.id} = any((select concord.exercises())::uuid[]))`,
  );
}

/** Every exercise the person may know of, with its conferences. */
export const allExerciseDates = (ctx: SignedIn) => datesOf(ctx, undefined);

/** One exercise with its conferences; NOT_FOUND where it may not be read. */
export async function datesOfExercise(ctx: SignedIn, code: string): Promise<Entry[]> {
  const { id } = await exerciseRow(ctx, code);
  return datesOf(ctx, eq(exercises.id, id));
}

async function datesOf(ctx: SignedIn, which: SQL | undefined): Promise<Entry[]> {
  const since = new Date(ctx.now.getTime() - DAYS_BACK * 86_400_000);
  const lowest = sql<boolean>`${markings.level} = (select min(${levels.rank}) from ${levels})`;
  const own = await ctx.tx
    .select({ exercise: exercises, lowest })
    .from(exercises)
    .innerJoin(markings, eq(markings.id, exercises.markingId))
    .where(and(which, gt(exercises.endsAt, since)))
    .orderBy(asc(exercises.startsAt), asc(exercises.id))
    .limit(MOST);
  const events = await ctx.tx
    .select({ event: exerciseEvents, code: exercises.code, cancelledAt: exercises.cancelledAt, lowest })
    .from(exerciseEvents)
    .innerJoin(exercises, eq(exercises.id, exerciseEvents.exerciseId))
    .innerJoin(markings, eq(markings.id, exercises.markingId))
    .where(and(which, gt(exerciseEvents.endsAt, since)))
    .orderBy(asc(exerciseEvents.startsAt), asc(exerciseEvents.id))
    .limit(MOST);
  return [...own.map((row) => exerciseEntry(ctx, row)), ...events.map((row) => conferenceEntry(row))];
}

type Exercise = typeof exercises.$inferSelect;
type Event = typeof exerciseEvents.$inferSelect;

/** A calendar lies outside the portal: above the lowest level it says the code alone. */
function exerciseEntry(ctx: SignedIn, { exercise, lowest }: { exercise: Exercise; lowest: boolean }): Entry {
  const name = ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn;
  return {
    ...{ uid: `${exercise.id}-exercise`, kind: 'exercise', zone: exercise.timeZone },
    ...{ start: exercise.startsAt, end: exercise.endsAt, path: `/exercise/${exercise.code}` },
    title: lowest ? `${name} (${exercise.code})` : exercise.code,
    place: lowest ? exercise.place : '',
    ...{ sequence: exercise.revision, cancelled: exercise.cancelledAt !== null },
  };
}

type EventRow = { event: Event; code: string; cancelledAt: Date | null; lowest: boolean };

function conferenceEntry({ event, code, cancelledAt, lowest }: EventRow): Entry {
  return {
    ...{ uid: `${event.id}-conference`, kind: 'conference', zone: event.timeZone },
    ...{ start: event.startsAt, end: event.endsAt, path: `/exercise/${code}` },
    title: lowest ? `${event.title} (${code})` : code,
    place: lowest ? event.place || event.link : '',
    ...(lowest && event.link ? { details: event.link } : {}),
    cancelled: cancelledAt !== null,
  };
}
