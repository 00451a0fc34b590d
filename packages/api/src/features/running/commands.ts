import { newId } from '@concord/db/ids';
import { exercises, exerciseTeams } from '@concord/db/schema/exercises';
import { injects } from '@concord/db/schema/injects';
import { clockRows, releases } from '@concord/db/schema/running';
import { and, count, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { controlsExercise, readsInjects } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { nextNumber } from '../injects/commands.ts';
import { emptyContent, emptyFacts } from '../injects/rules.ts';
import { insertInjects } from '../injects/sealed.ts';
import { type ClockRow, clockAt, turnsFrom } from './clock.ts';
import type { AdHocInput, ExtendInput, JumpInput, ReleaseInput, TurnInput } from './schemas.ts';
import { holdRun, readRun, settleRun, tellRun } from './settle.ts';

/**
 * An exercise the actor controls, held. What was due before is delivered first, so that nothing done now changes what has
 * happened; `now` is the database's clock under the lock.
 */
async function controlled(ctx: SignedIn, exerciseId: string) {
  found(readsInjects(ctx.actor, exerciseId) || undefined);
  authorize(controlsExercise(ctx.actor, exerciseId));
  const [exercise] = await ctx.tx.select().from(exercises).where(eq(exercises.id, exerciseId));
  if (found(exercise).cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  await holdRun(ctx, exerciseId);
  await settleRun(ctx, exerciseId);
  return { exercise: found(exercise), ...found(await readRun(ctx, exerciseId)) };
}

type Held = Awaited<ReturnType<typeof controlled>>;

async function addRow(ctx: SignedIn, held: Held, row: Partial<ClockRow> & Pick<ClockRow, 'kind'>) {
  const { exercise, scene, now } = held;
  const { state } = clockAt(scene.clock, null, now);
  if (!turnsFrom(state).includes(row.kind)) throw new AppError('CONFLICT', `running.${state}`);
  await ctx.tx.insert(clockRows).values({
    ...{
      id: newId(),
      exerciseId: exercise.id,
      place: scene.clock.length + 1,
      at: now,
      by: ctx.actor.personId,
    },
    ...row,
  });
  await after(ctx, held, `exercise.${row.kind}`, {
    minute: row.minute,
    minutes: row.minutes,
    teamId: row.teamId,
  });
  return { exerciseId: exercise.id };
}

/** Records what was done, delivers what has become due by it, and tells everybody in the exercise. */
async function after(
  ctx: SignedIn,
  { exercise }: Held,
  action: string,
  details: Record<string, unknown> = {},
) {
  await record(ctx, {
    ...{ action, subject: 'exercise', subjectId: exercise.id, markingId: exercise.markingId, details },
  });
  await settleRun(ctx, exercise.id);
  const teams = await ctx.tx
    .select({ id: exerciseTeams.id })
    .from(exerciseTeams)
    .where(eq(exerciseTeams.exerciseId, exercise.id));
  const teamIds = teams.map(({ id }) => id);
  await tellRun(ctx, exercise.id, teamIds);
}

/** Starts the clock, stops it, lets it go on, or ends it for good. */
export async function turnClock(ctx: SignedIn, { exerciseId, turn }: TurnInput) {
  return addRow(ctx, await controlled(ctx, exerciseId), { kind: turn });
}

/** Sets the clock ahead; what lay between is due at once, or when the clock goes on. It never goes back. */
export async function jumpClock(ctx: SignedIn, { exerciseId, minute }: JumpInput) {
  const held = await controlled(ctx, exerciseId);
  if (minute * 60_000 <= clockAt(held.scene.clock, null, held.now).time)
    throw fieldError('minute', 'running.onlyAhead');
  return addRow(ctx, held, { kind: 'jump', minute });
}

/** Gives one team more time: its own clock stands still until that has passed. */
export async function extendTeam(ctx: SignedIn, { exerciseId, teamId, minutes }: ExtendInput) {
  const held = await controlled(ctx, exerciseId);
  await assertTeams(ctx, exerciseId, [teamId]);
  return addRow(ctx, held, { kind: 'extend', teamId, minutes });
}

/** Lets an inject go to teams by hand, at once, whatever it waits for. */
export async function releaseInject(ctx: SignedIn, { exerciseId, injectId, teamIds }: ReleaseInput) {
  const held = await controlled(ctx, exerciseId);
  const [inject] = await ctx.tx
    .select()
    .from(injects)
    .where(and(eq(injects.id, injectId), eq(injects.exerciseId, exerciseId)));
  if (found(inject).status === 'withdrawn') throw new AppError('CONFLICT', 'running.withdrawn');
  await release(ctx, held, injectId, teamIds);
  return { injectId };
}

async function release(
  ctx: SignedIn,
  held: Held,
  injectId: string,
  teamIds: readonly string[],
): Promise<void> {
  const { exercise, now, scene } = held;
  if (clockAt(scene.clock, null, now).state === 'waiting') throw new AppError('CONFLICT', 'running.waiting');
  await assertTeams(ctx, exercise.id, teamIds);
  await ctx.tx
    .insert(releases)
    .values(
      [...new Set(teamIds)].map((teamId) => ({
        ...{ injectId, teamId, exerciseId: exercise.id, at: now, by: ctx.actor.personId },
      })),
    )
    .onConflictDoNothing();
  await after(ctx, held, 'exercise.release', { injectId, teams: teamIds.length });
}

/** Writes an inject nobody had planned and sends it. It stands in the events list from then on. */
export async function sendAdHoc(ctx: SignedIn, { exerciseId, teamIds, ...content }: AdHocInput) {
  const held = await controlled(ctx, exerciseId);
  const { next } = await nextNumber(ctx, exerciseId);
  const minute = Math.floor(clockAt(held.scene.clock, null, held.now).time / 60_000);
  const one = {
    ...{ ...emptyFacts, ...emptyContent, ...content, id: newId(), number: next, revision: 1, minute },
    ...{ trigger: 'hand' as const, status: 'approved' as const, teamIds, responsibleId: ctx.actor.personId },
  };
  await insertInjects(ctx, [one], { exerciseId, by: ctx.actor.personId, at: ctx.now });
  await release(ctx, held, one.id, teamIds);
  return { injectId: one.id, number: next };
}

async function assertTeams(ctx: SignedIn, exerciseId: string, teamIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(teamIds)];
  const [there] = await ctx.tx
    .select({ all: count() })
    .from(exerciseTeams)
    .where(and(eq(exerciseTeams.exerciseId, exerciseId), inArray(exerciseTeams.id, wanted)));
  if (there?.all !== wanted.length) throw fieldError('teamIds', 'injects.unknown');
}
