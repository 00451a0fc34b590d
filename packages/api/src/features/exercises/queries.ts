import {
  exerciseEvents,
  exerciseParties,
  exerciseSeats,
  exercises,
  exerciseTeams,
} from '@concord/db/schema/exercises';
import { parties } from '@concord/db/schema/parties';
import { scoreActs } from '@concord/db/schema/scoring';
import { and, asc, desc, eq, gt, lt, lte, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import {
  agreesForParty,
  directsExercise,
  keepsDoor,
  leadsLessons,
  makesExercises,
  plansExercise,
  readsInjects,
} from '../../policies/exercises.ts';
import { markingViews } from '../threads/marking-views.ts';
import { documentsOf } from './documents.ts';
import { isReported } from './reported.ts';
import { exerciseRow, objectivesOf } from './rows.ts';
import { phaseOf } from './rules.ts';
import type { ListInput } from './schemas.ts';

const PAGE = 30;

/** Where in a list the next page begins. */
const pageOf = <Row>(rows: Row[]) => ({ shown: rows.slice(0, PAGE), more: rows.length > PAGE });

function within({ past, after }: ListInput, now: Date) {
  const { startsAt, id } = exercises;
  const begins = after && new Date(after.startsAt);
  if (past) {
    const older = after && begins && or(lt(startsAt, begins), and(eq(startsAt, begins), lt(id, after.id)));
    return and(lte(exercises.endsAt, now), older || undefined);
  }
  const later = after && begins && or(gt(startsAt, begins), and(eq(startsAt, begins), gt(id, after.id)));
  return and(gt(exercises.endsAt, now), later || undefined);
}

/** Exercises the person may know of: ahead and under way by start, or those over from the newest. */
export async function listExercises(ctx: SignedIn, input: ListInput) {
  const french = ctx.locale === 'fr';
  const rows = await ctx.tx
    .select({
      id: exercises.id,
      code: exercises.code,
      name: french ? exercises.nameFr : exercises.nameEn,
      kind: exercises.kind,
      place: exercises.place,
      timeZone: exercises.timeZone,
      startsAt: exercises.startsAt,
      endsAt: exercises.endsAt,
      opensAt: exercises.opensAt,
      closesAt: exercises.closesAt,
      substitutionUntil: exercises.substitutionUntil,
      publishedAt: exercises.publishedAt,
      cancelledAt: exercises.cancelledAt,
      markingId: exercises.markingId,
      mine: sql<boolean>`${exercises.id} = any((select concord.exercise_seats())::uuid[])`,
    })
    .from(exercises)
    .where(within(input, ctx.now))
    .orderBy(
      input.past ? desc(exercises.startsAt) : asc(exercises.startsAt),
      input.past ? desc(exercises.id) : asc(exercises.id),
    )
    .limit(PAGE + 1);
  const { shown, more } = pageOf(rows);
  const last = shown.at(-1);
  return {
    now: ctx.now.toISOString(),
    exercises: shown.map(({ opensAt, substitutionUntil, publishedAt, cancelledAt, ...row }) => ({
      ...row,
      phase: phaseOf({ ...row, opensAt, substitutionUntil, publishedAt, cancelledAt }, ctx.now),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
    })),
    markings: await markingViews(
      ctx,
      shown.map(({ markingId }) => markingId),
    ),
    next: more && last ? { startsAt: last.startsAt.toISOString(), id: last.id } : null,
    can: { make: makesExercises(ctx.actor) },
  };
}

/** An exercise as a whole: what, when, who takes part, teams, objectives, conferences, and what the reader may do. */
export async function exerciseByCode(ctx: SignedIn, code: string) {
  const row = await exerciseRow(ctx, code);
  const french = ctx.locale === 'fr';
  const [seat] = await ctx.tx
    .select({ roleId: exerciseSeats.roleId, teamId: exerciseSeats.teamId })
    .from(exerciseSeats)
    .where(and(eq(exerciseSeats.exerciseId, row.id), eq(exerciseSeats.personId, ctx.actor.personId)));
  const documents = await documentsOf(ctx, row.id);
  const plans = plansExercise(ctx.actor, row.id);
  const iso = (value: Date | null) => value?.toISOString() ?? null;
  return {
    ...{ id: row.id, code: row.code, kind: row.kind, place: row.place, timeZone: row.timeZone },
    name: french ? row.nameFr : row.nameEn,
    summary: french ? row.summaryFr || row.summaryEn : row.summaryEn || row.summaryFr,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    opensAt: iso(row.opensAt),
    closesAt: row.closesAt.toISOString(),
    substitutionUntil: row.substitutionUntil.toISOString(),
    reofferDays: row.reofferDays,
    cancelReason: row.cancelReason,
    markingId: row.markingId,
    markings: await markingViews(ctx, [
      ...new Set([row.markingId, ...documents.map((document) => document.markingId)]),
    ]),
    documents,
    now: ctx.now.toISOString(),
    phase: phaseOf(row, ctx.now),
    seat: seat ?? null,
    ...(await planOf(ctx, row.id)),
    can: {
      plan: plans && row.cancelledAt === null,
      direct: directsExercise(ctx.actor, row.id) && row.cancelledAt === null,
      injects: readsInjects(ctx.actor, row.id),
      scoreboard: await hasScoreboard(ctx, row),
      report: await readsReport(ctx, row.id),
      keepDoor: keepsDoor(ctx.actor, row.id),
      lessons: leadsLessons(ctx.actor, row.id),
    },
  };
}

/** Whether the reader finds a scoreboard: of a competition, its staff always, who sits in it once it was opened. */
async function hasScoreboard(ctx: SignedIn, { id, kind }: { id: string; kind: string }): Promise<boolean> {
  if (kind !== 'competitive') return false;
  if (readsInjects(ctx.actor, id)) return true;
  const opened = and(eq(scoreActs.exerciseId, id), eq(scoreActs.kind, 'open'));
  return (await ctx.tx.$count(scoreActs, opened)) > 0;
}

/** Whether the reader finds its report without having been in it: as who coordinates the training of a party that was. */
async function readsReport(ctx: SignedIn, exerciseId: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ reported: boolean }>(
    sql`select ${isReported(exerciseId)} as reported`,
  );
  return row?.reported === true;
}

async function planOf(ctx: SignedIn, exerciseId: string) {
  const { locale } = ctx;
  const [named, teams, objectives, events] = [
    await ctx.tx
      .select({
        partyId: exerciseParties.partyId,
        code: parties.code,
        name: locale === 'fr' ? parties.nameFr : parties.nameEn,
        standing: exerciseParties.standing,
        agreedAt: exerciseParties.agreedAt,
      })
      .from(exerciseParties)
      .innerJoin(parties, eq(parties.id, exerciseParties.partyId))
      .where(eq(exerciseParties.exerciseId, exerciseId))
      .orderBy(asc(parties.code)),
    await ctx.tx
      .select({
        id: exerciseTeams.id,
        name: exerciseTeams.name,
        colour: exerciseTeams.colour,
        partyIds: exerciseTeams.partyIds,
        codes: sql<string[] | null>`(select array_agg(y.code order by y.code) from party y
          where y.id = any(${exerciseTeams.partyIds}))`,
      })
      .from(exerciseTeams)
      .where(eq(exerciseTeams.exerciseId, exerciseId))
      .orderBy(asc(exerciseTeams.position), asc(exerciseTeams.id)),
    await objectivesOf(ctx, exerciseId),
    await ctx.tx
      .select()
      .from(exerciseEvents)
      .where(eq(exerciseEvents.exerciseId, exerciseId))
      .orderBy(asc(exerciseEvents.startsAt), asc(exerciseEvents.id)),
  ];
  return {
    parties: named.map(({ agreedAt, ...one }) => ({
      ...one,
      agreedAt: agreedAt?.toISOString() ?? null,
      canAgree: agreedAt === null && agreesForParty(ctx.actor, one.partyId),
    })),
    teams: teams.map(({ codes, ...team }) => ({ ...team, codes: codes ?? [] })),
    objectives,
    events: events.map(({ exerciseId: _, startsAt, endsAt, ...event }) => ({
      ...event,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}

/** What the form of an exercise starts from: its planners alone. */
export async function exerciseEditing(ctx: SignedIn, code: string) {
  const row = await exerciseRow(ctx, code);
  found(plansExercise(ctx.actor, row.id) || undefined);
  const { id, startsAt, endsAt, opensAt, closesAt, substitutionUntil, ...fields } = row;
  return {
    ...{ id, code, revision: fields.revision, kind: fields.kind, place: fields.place },
    ...{ timeZone: fields.timeZone, reofferDays: fields.reofferDays },
    ...{ nameEn: fields.nameEn, nameFr: fields.nameFr },
    ...{ summaryEn: fields.summaryEn, summaryFr: fields.summaryFr },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt.toISOString(),
    substitutionUntil: substitutionUntil.toISOString(),
  };
}
