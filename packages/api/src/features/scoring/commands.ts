import { newId } from '@concord/db/ids';
import { exerciseTeams } from '@concord/db/schema/exercises';
import { responses } from '@concord/db/schema/running';
import { criteria, scoreActs, scores } from '@concord/db/schema/scoring';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { releasesScores } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { ownTeam } from '../running/team.ts';
import { actsOf, holdScores, mayJudge, standingExercise, tellScores, tellTeamScores } from './load.ts';
import { actsFrom } from './rules.ts';
import type { ActInput, AssessInput, ScoreInput } from './schemas.ts';

/** Judges a team by a criterion, corrects a judgement or takes it back. What stood before stays in the history. */
export async function score(ctx: SignedIn, input: ScoreInput) {
  const { exerciseId, teamId, responseId } = input;
  const exercise = await standingExercise(ctx, exerciseId);
  authorize(await mayJudge(ctx, exerciseId), 'scoring.notJudge');
  await assertTeam(ctx, exerciseId, teamId, responseId);
  const written = await write(ctx, input, { kind: 'official', markingId: exercise.markingId });
  await tellScores(ctx, exerciseId);
  return written;
}

/** Says for the actor's team how well it did by a criterion that is open to teams. */
export async function assess(ctx: SignedIn, input: AssessInput) {
  const team = await ownTeam(ctx, input.exerciseId);
  const of = { ...input, teamId: team.id, responseId: null };
  const written = await write(ctx, of, { kind: 'self', markingId: team.markingId });
  await tellTeamScores(ctx, input.exerciseId, team.id);
  return written;
}

type As = { kind: 'official' | 'self'; markingId: string };

async function write(ctx: SignedIn, input: ScoreInput, { kind, markingId }: As) {
  const { exerciseId, teamId, criterionId, responseId, level, reason, revision } = input;
  const at = await holdScores(ctx, exerciseId, 'shared');
  const criterion = await judgedCriterion(ctx, exerciseId, criterionId, kind);
  const chosen = level === null ? null : criterion.levels[level];
  if (chosen === undefined) throw fieldError('level', 'scoring.level');
  if (level === null && revision === 0) throw fieldError('level', 'scoring.level');
  if (revision !== (await lastRevision(ctx, input, kind))) throw new AppError('CONFLICT', 'scoring.changed');
  const id = newId();
  const [made] = await ctx.tx
    .insert(scores)
    .values({
      ...{ id, exerciseId, teamId, criterionId, responseId, kind, level, revision: revision + 1 },
      points: chosen?.points ?? null,
      sealed: await sealFor(ctx, exerciseId, reason, `score:${id}`),
      ...{ by: ctx.actor.personId, at },
    })
    .onConflictDoNothing()
    .returning({ id: scores.id });
  // Another judge was quicker by a moment.
  if (!made) throw new AppError('CONFLICT', 'scoring.changed');
  await record(ctx, {
    ...{ action: kind === 'self' ? 'exercise.assess' : 'exercise.score', subject: 'exercise' },
    ...{ subjectId: exerciseId, markingId },
    details: { scoreId: id, teamId, criterionId, responseId, level, revision: revision + 1 },
  });
  return { scoreId: id, revision: revision + 1 };
}

/** The criterion somebody is judged by. Teams assess themselves by those that are open. */
async function judgedCriterion(ctx: SignedIn, exerciseId: string, criterionId: string, kind: As['kind']) {
  const [row] = await ctx.tx
    .select({ levels: criteria.levels, open: criteria.open })
    .from(criteria)
    .where(and(eq(criteria.id, criterionId), eq(criteria.exerciseId, exerciseId)));
  const criterion = found(row);
  found(kind === 'official' || criterion.open || undefined);
  return criterion;
}

async function lastRevision(ctx: SignedIn, input: ScoreInput, kind: As['kind']): Promise<number> {
  const { teamId, criterionId, responseId } = input;
  const [last] = await ctx.tx
    .select({ revision: scores.revision })
    .from(scores)
    .where(
      and(
        eq(scores.teamId, teamId),
        eq(scores.criterionId, criterionId),
        eq(scores.kind, kind),
        responseId === null ? isNull(scores.responseId) : eq(scores.responseId, responseId),
      ),
    )
    .orderBy(desc(scores.revision))
    .limit(1);
  return last?.revision ?? 0;
}

/** The team is of this exercise, and what is judged is an answer or a report of it. */
async function assertTeam(
  ctx: SignedIn,
  exerciseId: string,
  teamId: string,
  responseId: string | null,
): Promise<void> {
  const team = and(eq(exerciseTeams.id, teamId), eq(exerciseTeams.exerciseId, exerciseId));
  found((await ctx.tx.$count(exerciseTeams, team)) || undefined);
  if (responseId === null) return;
  const said = and(
    eq(responses.id, responseId),
    eq(responses.teamId, teamId),
    inArray(responses.kind, ['answer', 'report']),
  );
  found((await ctx.tx.$count(responses, said)) || undefined);
}

/** Opens, freezes or unfreezes the scoreboard, or gives the teams their scores. */
export async function actOnScores(ctx: SignedIn, { exerciseId, act }: ActInput) {
  const exercise = await standingExercise(ctx, exerciseId);
  authorize(releasesScores(ctx.actor, exerciseId));
  const at = await holdScores(ctx, exerciseId, 'alone');
  const acts = await actsOf(ctx, exerciseId);
  const may = actsFrom(acts, exercise.kind === 'competitive');
  if (!may.includes(act)) throw new AppError('CONFLICT', 'scoring.actTaken');
  // Who saw the scoreboard before it was frozen hears that it was, too.
  if (act === 'freeze') await tellScores(ctx, exerciseId);
  await ctx.tx.insert(scoreActs).values({
    ...{ id: newId(), exerciseId, place: acts.length + 1, kind: act },
    ...{ at, by: ctx.actor.personId },
  });
  await record(ctx, {
    ...{ action: `exercise.scores.${act}`, subject: 'exercise', subjectId: exerciseId },
    markingId: exercise.markingId,
  });
  await tellScores(ctx, exerciseId);
  return { exerciseId };
}
