import { newId } from '@concord/db/ids';
import { exerciseSeats, exercises, exerciseTeams } from '@concord/db/schema/exercises';
import { responses } from '@concord/db/schema/running';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { controlsExercise, readsInjects } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { clockAt } from './clock.ts';
import { holdRun, readRun, settleRun, tellRun } from './settle.ts';

/** What somebody of a team said, as it lies sealed. */
export type Said = { text: string; done?: string; needs?: string };
type Sealed = { id: string; sealed: Buffer | null };

/** The words of what somebody said, those of a report's other parts empty where it has none. */
export function wordsSaid(open: (sealed: Buffer, aad: string) => string, { id, sealed }: Sealed) {
  const said: Said = sealed ? JSON.parse(open(sealed, `response:${id}`)) : { text: '' };
  return { text: said.text, done: said.done ?? '', needs: said.needs ?? '' };
}

type Kind = 'acknowledged' | 'answer' | 'report' | 'question' | 'reply';

/** The team the actor plays in; an exercise in which they play in none is not there. */
export async function ownTeam(
  ctx: SignedIn,
  exerciseId: string,
): Promise<{ id: string; name: string; markingId: string }> {
  const [row] = await ctx.tx
    .select({ id: exerciseTeams.id, name: exerciseTeams.name, markingId: exercises.markingId })
    .from(exerciseSeats)
    .innerJoin(exerciseTeams, eq(exerciseTeams.id, exerciseSeats.teamId))
    .innerJoin(exercises, eq(exercises.id, exerciseSeats.exerciseId))
    .where(and(eq(exerciseSeats.exerciseId, exerciseId), eq(exerciseSeats.personId, ctx.actor.personId)));
  return found(row);
}

type Saying = {
  exerciseId: string;
  teamId: string;
  markingId: string;
  kind: Kind;
  injectId?: string;
  said?: Said;
};

async function say(ctx: SignedIn, { exerciseId, teamId, markingId, kind, injectId, said }: Saying) {
  await holdRun(ctx, exerciseId);
  await settleRun(ctx, exerciseId);
  const { scene, now } = found(await readRun(ctx, exerciseId));
  if (injectId !== undefined)
    found(scene.deliveries.find((one) => one.injectId === injectId && one.teamId === teamId));
  const { state } = clockAt(scene.clock, null, now);
  if (state === 'waiting') throw new AppError('CONFLICT', 'running.waiting');
  const id = newId();
  const sealed = said ? await sealFor(ctx, exerciseId, JSON.stringify(said), `response:${id}`) : null;
  await ctx.tx
    .insert(responses)
    .values({
      id,
      exerciseId,
      teamId,
      injectId: injectId ?? null,
      kind,
      sealed,
      by: ctx.actor.personId,
      at: now,
    })
    .onConflictDoNothing();
  await record(ctx, {
    ...{ action: `exercise.${kind}`, subject: 'exercise', subjectId: exerciseId, markingId },
    details: { teamId, ...(injectId ? { injectId } : {}) },
  });
  // An answer may be what another inject waits for.
  await settleRun(ctx, exerciseId);
  await tellRun(ctx, exerciseId, [teamId]);
  return { responseId: id };
}

/** Says for the team that it has read an inject, once. */
export async function acknowledge(ctx: SignedIn, input: { exerciseId: string; injectId: string }) {
  const team = await ownTeam(ctx, input.exerciseId);
  return say(ctx, { ...input, teamId: team.id, markingId: team.markingId, kind: 'acknowledged' });
}

/** Answers an inject for the team; more than once where there is more to say. */
export async function answer(
  ctx: SignedIn,
  { text, ...input }: { exerciseId: string; injectId: string; text: string },
) {
  const team = await ownTeam(ctx, input.exerciseId);
  return say(ctx, { ...input, teamId: team.id, markingId: team.markingId, kind: 'answer', said: { text } });
}

/** Sends a situation report. */
export async function sendReport(
  ctx: SignedIn,
  { exerciseId, ...said }: { exerciseId: string } & Required<Said>,
) {
  const team = await ownTeam(ctx, exerciseId);
  return say(ctx, { exerciseId, teamId: team.id, markingId: team.markingId, kind: 'report', said });
}

/** Asks control something. */
export async function ask(ctx: SignedIn, { exerciseId, text }: { exerciseId: string; text: string }) {
  const team = await ownTeam(ctx, exerciseId);
  return say(ctx, {
    exerciseId,
    teamId: team.id,
    markingId: team.markingId,
    kind: 'question',
    said: { text },
  });
}

/** Control writes to a team, most often in reply. */
export async function replyTo(
  ctx: SignedIn,
  { exerciseId, teamId, text }: { exerciseId: string; teamId: string; text: string },
) {
  found(readsInjects(ctx.actor, exerciseId) || undefined);
  authorize(controlsExercise(ctx.actor, exerciseId));
  const [row] = await ctx.tx
    .select({ markingId: exercises.markingId })
    .from(exerciseTeams)
    .innerJoin(exercises, eq(exercises.id, exerciseTeams.exerciseId))
    .where(and(eq(exerciseTeams.id, teamId), eq(exerciseTeams.exerciseId, exerciseId)));
  return say(ctx, { exerciseId, teamId, markingId: found(row).markingId, kind: 'reply', said: { text } });
}
