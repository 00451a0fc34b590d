import { exerciseObjectives, exerciseTeams } from '@concord/db/schema/exercises';
import { lessonObservations, lessons, observations, washGroups } from '@concord/db/schema/lessons';
import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { leadsHotWash, leadsLessons } from '../../policies/exercises.ts';
import { objectivesOf, shownExercise, teamsOf } from '../exercises/rows.ts';
import { markingById } from '../threads/expand-marking.ts';
import { markingViews } from '../threads/marking-views.ts';
import { nameOf } from './lesson-rows.ts';
import { joinedExercise, washOf } from './load.ts';
import { knownInjects } from './observations.ts';
import { openRows } from './sealed.ts';

/** What was seen in an exercise, as far as the reader may know of it, in the order of the hot wash, then of time. */
export async function loadObservations(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select({ row: observations, author: nameOf, team: exerciseTeams.name, ...objective(ctx.locale) })
    .from(observations)
    .innerJoin(people, eq(people.id, observations.by))
    .leftJoin(exerciseTeams, eq(exerciseTeams.id, observations.teamId))
    .leftJoin(exerciseObjectives, eq(exerciseObjectives.id, observations.objectiveId))
    .where(and(eq(observations.exerciseId, exerciseId), isNull(observations.removedAt)))
    .orderBy(asc(observations.position), asc(observations.at), asc(observations.id))
    .limit(2_000);
  const ids = rows.map(({ row }) => row.id);
  const open = await openRows(ctx, exerciseId, ids.length > 0);
  const followed = await lessonsFrom(ctx, ids);
  return rows.map(({ row: { sealed, at, removedAt: _, exerciseId: __, ...row }, ...names }) => ({
    ...row,
    ...names,
    ...open('observation', row.id, sealed),
    // What stands within something the reader does not see stands by itself.
    intoId: row.intoId !== null && ids.includes(row.intoId) ? row.intoId : null,
    at: at.toISOString(),
    mine: row.by === ctx.actor.personId,
    lessons: followed.filter(({ observationId }) => observationId === row.id).map(({ number }) => number),
  }));
}

const objective = (locale: string) => ({
  objective: locale === 'fr' ? exerciseObjectives.titleFr : exerciseObjectives.titleEn,
});

async function lessonsFrom(ctx: SignedIn, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.tx
    .select({ observationId: lessonObservations.observationId, number: lessons.number })
    .from(lessonObservations)
    .innerJoin(lessons, eq(lessons.id, lessonObservations.lessonId))
    .where(inArray(lessonObservations.observationId, [...ids]))
    .orderBy(asc(lessons.number));
}

/** The page of observations: what the reader may know of, and what a new one can name. */
export async function observationsOf(ctx: SignedIn, code: string) {
  const { exercise, staff, teamId } = await joinedExercise(ctx, { code });
  const wash = await washOf(ctx, exercise.id);
  const all = await loadObservations(ctx, exercise.id);
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId, ...all.map(({ markingId }) => markingId)]),
    observations: all.toReversed().toSorted((one, other) => other.at.localeCompare(one.at)),
    wash: wash && { open: wash.closedAt === null },
    names: {
      teams: await teamsOf(ctx, exercise.id),
      objectives: (await objectivesOf(ctx, exercise.id)).map(({ id, title }) => ({ id, title })),
      injects: await knownInjects(ctx, { exerciseId: exercise.id, staff, teamId }),
    },
    marking: await narrower(ctx, exercise.markingId),
    teamId,
    can: {
      observe: exercise.cancelledAt === null,
      change: wash?.closedAt == null,
      lead: leadsHotWash(ctx.actor, exercise.id),
      all: staff || wash !== null,
    },
  };
}

/** What a marking can be narrowed to: levels from its own up to the reader's, and some of its parties. */
async function narrower(ctx: SignedIn, markingId: string) {
  const marking = await markingById(ctx, markingId);
  return {
    levels: await ctx.tx
      .select({ rank: levels.rank, name: ctx.locale === 'fr' ? levels.nameFr : levels.nameEn })
      .from(levels)
      .where(and(gte(levels.rank, marking.level), lte(levels.rank, ctx.actor.level)))
      .orderBy(asc(levels.rank)),
    parties: await ctx.tx
      .select({
        ...{ id: parties.id, code: parties.code, kind: parties.kind, ally: parties.ally },
        name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
      })
      .from(parties)
      .where(sql`${parties.id} = any(${`{${[...marking.releasableTo].join(',')}}`}::uuid[])`)
      .orderBy(asc(parties.code)),
  };
}

/** The hot wash: what is talked about in its groups, and where the talk has got to. Before it is opened, for the staff alone. */
export async function hotWash(ctx: SignedIn, code: string) {
  const { exercise, staff } = await joinedExercise(ctx, { code });
  const wash = await washOf(ctx, exercise.id);
  const shown = staff || wash !== null;
  const rows = shown
    ? await ctx.tx
        .select()
        .from(washGroups)
        .where(eq(washGroups.exerciseId, exercise.id))
        .orderBy(asc(washGroups.position), asc(washGroups.id))
    : [];
  const open = await openRows(ctx, exercise.id, rows.length > 0);
  const all = shown ? await loadObservations(ctx, exercise.id) : [];
  const lead = leadsHotWash(ctx.actor, exercise.id) && exercise.cancelledAt === null;
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId, ...all.map(({ markingId }) => markingId)]),
    wash: wash && {
      groupId: wash.groupId,
      openedAt: wash.openedAt.toISOString(),
      closedAt: wash.closedAt?.toISOString() ?? null,
    },
    groups: rows.map(({ id, sealed }) => ({ id, title: open('group', id, sealed).title })),
    observations: all,
    can: {
      open: lead && (wash === null || wash.closedAt !== null),
      lead: lead && wash?.closedAt == null,
      identify: leadsLessons(ctx.actor, exercise.id) && exercise.cancelledAt === null,
    },
  };
}
