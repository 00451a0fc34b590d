import { exerciseObjectives, type exercises } from '@concord/db/schema/exercises';
import { people } from '@concord/db/schema/people';
import { responses } from '@concord/db/schema/running';
import { criteria, scores } from '@concord/db/schema/scoring';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { readsInjects, releasesScores, writesInjects } from '../../policies/exercises.ts';
import { opener } from '../../sealing/sealing.ts';
import { exerciseRow, objectivesOf, shownExercise, teamsOf } from '../exercises/rows.ts';
import { allInjects, staffedExercise } from '../injects/queries.ts';
import { ownTeam, wordsSaid } from '../running/team.ts';
import { markingViews } from '../threads/marking-views.ts';
import { actsOf, mayJudge } from './load.ts';
import { actsFrom, actsState, type Checked, resultOf, type Standing, scoreboard, standing } from './rules.ts';

type Exercise = typeof exercises.$inferSelect;

/** Of an exercise, what every page about its scores shows. */
async function headOf(ctx: SignedIn, exercise: Exercise) {
  return {
    exercise: { ...shownExercise(ctx, exercise), kind: exercise.kind },
    markings: await markingViews(ctx, [exercise.markingId]),
  };
}

/** The rubric as far as the reader may know of it, by objective. */
async function rubricOf(ctx: SignedIn, exerciseId: string) {
  const french = ctx.locale === 'fr';
  const rows = await ctx.tx
    .select({
      ...{ id: criteria.id, titleEn: criteria.titleEn, titleFr: criteria.titleFr, open: criteria.open },
      ...{ levels: criteria.levels, objectiveId: criteria.objectiveId },
      objective: french ? exerciseObjectives.titleFr : exerciseObjectives.titleEn,
    })
    .from(criteria)
    .leftJoin(exerciseObjectives, eq(exerciseObjectives.id, criteria.objectiveId))
    .where(eq(criteria.exerciseId, exerciseId))
    .orderBy(asc(exerciseObjectives.position), asc(criteria.position), asc(criteria.id));
  return rows.map((row) => ({
    ...row,
    title: french ? row.titleFr : row.titleEn,
    levels: row.levels.map((one) => ({ ...one, words: french ? one.fr : one.en })),
  }));
}

/** Every judgement the reader may know of, the newest first, without its reason. */
async function judgements(ctx: SignedIn, exerciseId: string, teamId?: string) {
  const { id, criterionId, responseId, kind, revision, level, points, at, sealed } = scores;
  return ctx.tx
    .select({
      ...{ id, teamId: scores.teamId, criterionId, responseId, kind, revision, level, points, at, sealed },
      by: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
    })
    .from(scores)
    .innerJoin(people, eq(people.id, scores.by))
    .where(and(eq(scores.exerciseId, exerciseId), teamId ? eq(scores.teamId, teamId) : undefined))
    .orderBy(desc(scores.at), desc(scores.id));
}

type Row = Awaited<ReturnType<typeof judgements>>[number];

/** What a team has by each criterion, of one kind. */
function resultsOf(rows: readonly Row[], kind: Row['kind'], teamId: string) {
  const stands = standing(rows.filter((row) => row.kind === kind && row.teamId === teamId));
  return Map.groupBy(stands, ({ criterionId }) => criterionId);
}

/** Every team by every criterion, what it was given beside what it thinks of itself, as far as the reader may know of it. */
export async function resultsIn(ctx: SignedIn, exerciseId: string) {
  const [rubric, all] = [await rubricOf(ctx, exerciseId), await judgements(ctx, exerciseId)];
  const teams = (await teamsOf(ctx, exerciseId)).map((team) => {
    const [official, self] = [resultsOf(all, 'official', team.id), resultsOf(all, 'self', team.id)];
    const results = rubric.map(({ id }) => ({
      criterionId: id,
      official: resultOf(official.get(id) ?? []),
      self: resultOf(self.get(id) ?? []),
    }));
    return { ...team, results };
  });
  return { rubric, teams, judgedBy: [...new Set(all.map(({ criterionId }) => criterionId))] };
}

/** The scores of an exercise for its staff: every team by every criterion, beside what it thinks of itself. */
export async function scoringBoard(ctx: SignedIn, code: string) {
  const row = await staffedExercise(ctx, code);
  const acts = await actsOf(ctx, row.id);
  const objectives = await objectivesOf(ctx, row.id);
  const state = actsState(acts);
  return {
    ...(await headOf(ctx, row)),
    ...(await resultsIn(ctx, row.id)),
    objectives: objectives.map(({ id, title }) => ({ id, title })),
    state: {
      openedAt: iso(state.openedAt),
      frozenAt: iso(state.frozenAt),
      releasedAt: iso(state.releasedAt),
    },
    can: {
      judge: (await mayJudge(ctx, row.id)) && row.cancelledAt === null,
      write: writesInjects(ctx.actor, row.id) && row.cancelledAt === null,
      acts: releasesScores(ctx.actor, row.id) ? actsFrom(acts, row.kind === 'competitive') : [],
      keys: releasesScores(ctx.actor, row.id),
    },
  };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The judgements of a team with their reasons and all that stood before, by line. */
async function linesOf(ctx: SignedIn, exerciseId: string, teamId: string) {
  const rows = await judgements(ctx, exerciseId, teamId);
  const open = rows.length > 0 ? await opener(ctx, exerciseId) : null;
  return rows.map(({ sealed, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    reason: open ? open(sealed, `score:${row.id}`) : '',
  }));
}

/** One team for those who judge it: the rubric, its answers and reports, and every judgement with its history. */
export async function scoringOfTeam(ctx: SignedIn, code: string, teamId: string) {
  const row = await staffedExercise(ctx, code);
  const team = found((await teamsOf(ctx, row.id)).find(({ id }) => id === teamId));
  const said = await ctx.tx
    .select({
      id: responses.id,
      kind: responses.kind,
      injectId: responses.injectId,
      at: responses.at,
      sealed: responses.sealed,
    })
    .from(responses)
    .where(and(eq(responses.teamId, teamId), inArray(responses.kind, ['answer', 'report'])))
    .orderBy(desc(responses.at), desc(responses.id))
    .limit(500);
  const open = said.length > 0 ? await opener(ctx, row.id) : null;
  const titles = new Map((await allInjects(ctx, row.id)).map((one) => [one.id, one] as const));
  return {
    ...(await headOf(ctx, row)),
    team,
    rubric: await rubricOf(ctx, row.id),
    lines: await linesOf(ctx, row.id, teamId),
    said: said.flatMap(({ sealed, at, injectId, ...one }) => {
      if (open === null) return [];
      const inject = injectId === null ? undefined : titles.get(injectId);
      return [
        {
          ...{ ...one, at: at.toISOString() },
          ...wordsSaid(open, { id: one.id, sealed }),
          inject: inject ? { number: inject.number, title: inject.title, expected: inject.expected } : null,
        },
      ];
    }),
    can: { judge: (await mayJudge(ctx, row.id)) && row.cancelledAt === null },
  };
}

/** A team's own page: what it thinks of itself, and beside it what it was given, once that is released. */
export async function ownScores(ctx: SignedIn, code: string) {
  const exercise = await exerciseRow(ctx, code);
  const team = await ownTeam(ctx, exercise.id);
  return {
    ...(await headOf(ctx, exercise)),
    team: { id: team.id, name: team.name },
    rubric: await rubricOf(ctx, exercise.id),
    lines: await linesOf(ctx, exercise.id, team.id),
    released: await releasedTo(ctx, exercise.id),
    can: { assess: exercise.cancelledAt === null },
  };
}

async function releasedTo(ctx: SignedIn, exerciseId: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ released: boolean }>(
    sql`select ${exerciseId}::uuid = any(concord.scores_released()) as released`,
  );
  return row?.released === true;
}

type Points = {
  openedAt: string | null;
  frozenAt: string | null;
  scores: Standing[];
  checks: Checked[];
};

/** How the teams of a competition stand, for its staff and, once it is opened, whoever sits in it; null elsewhere. */
export async function placesIn(ctx: SignedIn, exerciseId: string, asTeams: boolean) {
  const [answer] = await ctx.tx.execute<{ points: Points | null }>(
    sql`select concord.exercise_points(${exerciseId}::uuid, ${asTeams}) as points`,
  );
  const points = answer?.points;
  if (!points) return null;
  const teams = await teamsOf(ctx, exerciseId);
  const placed = scoreboard(
    teams.map(({ id }) => id),
    points.scores,
    points.checks,
  );
  const lines = placed.map((line) => ({
    ...line,
    name: teams.find(({ id }) => id === line.teamId)?.name ?? '',
  }));
  return { openedAt: points.openedAt, frozenAt: points.frozenAt, lines };
}

/** The scoreboard of a competition; where the reader has none it is not there. */
export async function scoreboardOf(ctx: SignedIn, code: string, asTeams: boolean) {
  const exercise = await exerciseRow(ctx, code);
  const points = found(await placesIn(ctx, exercise.id, asTeams));
  const staff = readsInjects(ctx.actor, exercise.id);
  const instant = (at: string | null) => (at === null ? null : new Date(at).toISOString());
  const acts = staff ? await actsOf(ctx, exercise.id) : [];
  return {
    ...(await headOf(ctx, exercise)),
    now: ctx.now.toISOString(),
    openedAt: instant(points.openedAt),
    frozenAt: instant(points.frozenAt),
    /** Whether this is what teams see: frozen where it is frozen. */
    asTeams: asTeams || !staff,
    lines: points.lines,
    can: {
      staff,
      acts: releasesScores(ctx.actor, exercise.id)
        ? actsFrom(acts, true).filter((one) => one !== 'release')
        : [],
    },
  };
}
