import { exerciseTeams } from '@concord/db/schema/exercises';
import { injects } from '@concord/db/schema/injects';
import { exerciseReports, washGroups } from '@concord/db/schema/lessons';
import { deliveries, responses } from '@concord/db/schema/running';
import { surveys } from '@concord/db/schema/surveys';
import { and, asc, eq, inArray, min, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { leadsHotWash } from '../../policies/exercises.ts';
import { opener } from '../../sealing/sealing.ts';
import { objectivesOf, shownExercise } from '../exercises/rows.ts';
import { loadLessons } from '../lessons/lesson-rows.ts';
import type { Exercise } from '../lessons/load.ts';
import { loadObservations } from '../lessons/queries.ts';
import { openRows } from '../lessons/sealed.ts';
import type { Delivered } from '../running/settle.ts';
import { resultsFor } from '../surveys/queries.ts';
import { markingViews } from '../threads/marking-views.ts';
import { readerOf } from './reader.ts';
import { byObjective, figuresOf } from './rules.ts';
import { scoresIn } from './scores.ts';

/** The report of an exercise: what the director wrote, and since when those who took part may read it. */
export async function reportRow(ctx: SignedIn, exerciseId: string) {
  const [row] = await ctx.tx.select().from(exerciseReports).where(eq(exerciseReports.exerciseId, exerciseId));
  const open = await openRows(ctx, exerciseId, row !== undefined);
  return {
    summary: row ? open('report', exerciseId, row.sealed).summary : '',
    issuedAt: row?.issuedAt ?? null,
  };
}

/** What reached teams and what they did with it, as far as the reader may know: the staff of all, others of own teams. */
async function sentIn(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select({
      ...{ injectId: deliveries.injectId, teamId: deliveries.teamId, at: deliveries.at },
      ...{ sealed: deliveries.sealed, team: exerciseTeams.name, objectiveId: injects.objectiveId },
    })
    .from(deliveries)
    .innerJoin(exerciseTeams, eq(exerciseTeams.id, deliveries.teamId))
    .leftJoin(injects, eq(injects.id, deliveries.injectId))
    .where(eq(deliveries.exerciseId, exerciseId))
    .orderBy(asc(deliveries.at), asc(deliveries.injectId), asc(exerciseTeams.position));
  if (rows.length === 0) return [];
  const said = await ctx.tx
    .select({
      ...{ injectId: responses.injectId, teamId: responses.teamId, kind: responses.kind },
      at: min(responses.at),
    })
    .from(responses)
    .where(and(eq(responses.exerciseId, exerciseId), inArray(responses.kind, ['acknowledged', 'answer'])))
    .groupBy(responses.injectId, responses.teamId, responses.kind);
  const open = await opener(ctx, exerciseId);
  const first = (
    kind: 'acknowledged' | 'answer',
    { injectId, teamId }: { injectId: string; teamId: string },
  ) =>
    said.find((one) => one.kind === kind && one.injectId === injectId && one.teamId === teamId)?.at ?? null;
  return rows.map(({ sealed, ...row }) => {
    const { number, title } = JSON.parse(open(sealed, `delivery:${row.injectId}:${row.teamId}`)) as Delivered;
    return { ...row, number, title, readAt: first('acknowledged', row), answeredAt: first('answer', row) };
  });
}

/** Own earlier exercises: of teams of the reader's party, and (whole) of exercises the reader is staff of. Never others'. */
async function earlierOf(ctx: SignedIn, exercise: Exercise) {
  const name = ctx.locale === 'fr' ? sql`e.name_fr` : sql`e.name_en`;
  const rows = await ctx.tx.execute<{
    code: string;
    name: string;
    startsAt: string;
    whole: boolean;
    sent: number;
    answered: number;
    minutes: number | null;
  }>(sql`
    select e.code, ${name} as name, e.starts_at::text as "startsAt", f.whole, f.sent, f.answered, f.minutes
    from concord.own_exercise_figures() f join exercise e on e.id = f.exercise_id
    where e.ends_at <= now() and e.cancelled_at is null and e.starts_at <= ${exercise.startsAt.toISOString()}::timestamptz
    order by e.starts_at limit 40`);
  return [...rows].map(({ startsAt, ...row }) => ({ ...row, startsAt: new Date(startsAt).toISOString() }));
}

/**
 * The after-action report, assembled from what is there at this moment, as far as the reader may read each part: the staff
 * at any time, those who took part once it was issued, and then too who coordinates the training of their parties.
 */
export async function reportOf(ctx: SignedIn, code: string) {
  const { exercise, staff, joined } = await readerOf(ctx, code);
  const { id } = exercise;
  const report = await reportRow(ctx, id);
  const lead = leadsHotWash(ctx.actor, id) && exercise.cancelledAt === null;
  const shown = {
    exercise: {
      ...shownExercise(ctx, exercise),
      ...{ kind: exercise.kind, place: exercise.place },
      startsAt: exercise.startsAt.toISOString(),
      endsAt: exercise.endsAt.toISOString(),
    },
    markings: await markingViews(ctx, [exercise.markingId]),
    issuedAt: report.issuedAt?.toISOString() ?? null,
    can: { lead, issue: lead && report.issuedAt === null, read: staff || report.issuedAt !== null, joined },
  };
  if (!shown.can.read) return { ...shown, report: null };
  const objectives = await objectivesOf(ctx, id);
  const sent = await sentIn(ctx, id);
  const seen = await loadObservations(ctx, id);
  const lessons = await loadLessons(ctx, [exercise]);
  const scores = await scoresIn(ctx, exercise, staff);
  return {
    ...shown,
    report: {
      summary: report.summary,
      whole: staff,
      objectives: byObjective(objectives, sent, seen),
      figures: figuresOf(sent),
      scores,
      timeline: sent.map(({ at, readAt, answeredAt, ...row }) => ({
        ...row,
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
        answeredAt: answeredAt?.toISOString() ?? null,
      })),
      groups: await groupsOf(ctx, id, seen),
      lessons,
      surveys: await surveyResults(ctx, id),
      earlier: await earlierOf(ctx, exercise),
    },
  };
}

export type ReportPage = Awaited<ReturnType<typeof reportOf>>;
export type Report = NonNullable<ReportPage['report']>;

/** The report to be taken out; NOT_FOUND while the reader may not read it. */
export async function readableReport(ctx: SignedIn, code: string) {
  const { report, ...page } = await reportOf(ctx, code);
  return { ...page, report: found(report) };
}

type Seen = Awaited<ReturnType<typeof loadObservations>>;

/** Observations as they stood in the hot wash, those in no group last. */
async function groupsOf(ctx: SignedIn, exerciseId: string, seen: Seen) {
  const rows = await ctx.tx
    .select()
    .from(washGroups)
    .where(eq(washGroups.exerciseId, exerciseId))
    .orderBy(asc(washGroups.position), asc(washGroups.id));
  const open = await openRows(ctx, exerciseId, rows.length > 0);
  const known = new Set(rows.map(({ id }) => id));
  const inside = (groupId: string | null) =>
    seen.filter((one) => (one.groupId && known.has(one.groupId) ? one.groupId : null) === groupId);
  return [
    ...rows.map(({ id, sealed }) => ({ title: open('group', id, sealed).title, observations: inside(id) })),
    { title: null, observations: inside(null) },
  ].filter(({ observations }) => observations.length > 0);
}

async function surveyResults(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select()
    .from(surveys)
    .where(eq(surveys.exerciseId, exerciseId))
    .orderBy(asc(surveys.opensAt), asc(surveys.id));
  const shown = [];
  // A survey or two: each is opened by itself.
  for (const row of rows) {
    const results = await resultsFor(ctx, row);
    if (results) shown.push({ id: row.id, title: ctx.locale === 'fr' ? row.titleFr : row.titleEn, results });
  }
  return shown;
}
