import type { Role } from '@concord/db/enums';
import { newId } from '@concord/db/ids';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { controlsExercise } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { joinedExercise } from '../lessons/load.ts';
import { type Player, twinRoles } from './rules.ts';

/** An exercise of the actor's to give a copy to: by its director and its control, and from no other exercise's inside. */
async function ruled(ctx: SignedIn, exerciseId: string) {
  const { exercise } = await joinedExercise(ctx, { id: exerciseId });
  authorize(controlsExercise(ctx.actor, exerciseId));
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  if (ctx.actor.exerciseId && ctx.actor.exerciseId !== exerciseId)
    throw new AppError('CONFLICT', 'twins.inside');
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${exerciseId}, 7))`);
  return exercise;
}

async function hasTwin(ctx: SignedIn, exerciseId: string): Promise<boolean> {
  const rows = await ctx.tx.execute(sql`select 1 from concord.twin(${exerciseId}::uuid)`);
  return rows.length > 0;
}

/** Those in an exercise with what they are in it, those who were seated first before the others. */
async function playersOf(ctx: SignedIn, exerciseId: string): Promise<Player[]> {
  const rows = await ctx.tx.execute<{
    personId: string;
    staff: Role[] | null;
    seated: boolean;
    nationId: string | null;
  }>(sql`
    select p.id as "personId", p.id = s.person_id as seated,
      (select json_agg(distinct o.role) from concord.exercise_staff(${exerciseId}::uuid) o where o.person_id = p.id) as staff,
      (select n.id from party y join party n on n.id = coalesce(y.nation_id, y.id) and n.kind = 'nation'
        where y.id = p.party_id) as "nationId"
    from person p left join exercise_seat s on s.person_id = p.id and s.exercise_id = ${exerciseId}::uuid
    where p.id = any((select concord.exercise_everybody(${exerciseId}::uuid))::uuid[])
    order by s.given_at nulls last, p.id`);
  return [...rows].map(({ staff, seated, ...row }) => ({
    ...row,
    seated: seated === true,
    staff: staff ?? [],
  }));
}

async function makeAnew(ctx: SignedIn, exerciseId: string) {
  const people = twinRoles(await playersOf(ctx, exerciseId)).map((one) => ({ id: newId(), ...one }));
  if (!people.some(({ role }) => role === 'headOfDelegation'))
    throw new AppError('PRECONDITION_FAILED', 'twins.nobody');
  const [row] = await ctx.tx.execute<{ code: string }>(sql`
    select concord.make_twin(${exerciseId}::uuid, ${newId()}::uuid, ${JSON.stringify(people)}::jsonb) as code`);
  return found(row).code;
}

/** Gives an exercise its copy of the consultation: a body of its own in which its people sit. */
export async function makeTwin(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const { markingId } = await ruled(ctx, exerciseId);
  if (await hasTwin(ctx, exerciseId)) throw new AppError('CONFLICT', 'twins.there');
  const code = await makeAnew(ctx, exerciseId);
  await record(ctx, { action: 'twin.make', subject: 'exercise', subjectId: exerciseId, markingId });
  return { code };
}

/**
 * Sets the copy back: what was said and decided in it is there for nobody any more, and an empty one takes its place, with
 * the exercise's people as they are now; whoever is inside is in the new one. That it was done, by whom and why, stays in the record.
 */
export async function resetTwin(
  ctx: SignedIn,
  { exerciseId, reason }: { exerciseId: string; reason: string },
) {
  const { markingId } = await ruled(ctx, exerciseId);
  if (!(await hasTwin(ctx, exerciseId))) throw new AppError('CONFLICT', 'twins.none');
  const code = await makeAnew(ctx, exerciseId);
  await record(ctx, {
    ...{ action: 'twin.reset', subject: 'exercise', subjectId: exerciseId, markingId },
    details: { reason },
  });
  return { code };
}

/** Puts this session into the exercise's world: until it is left, no consultation but the copy's is there. */
export async function enterTwin(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const { exercise } = await joinedExercise(ctx, { id: exerciseId });
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  await step(ctx, exerciseId);
  const [twin] = await ctx.tx.execute<{ code: string }>(
    sql`select code from concord.twin(${exerciseId}::uuid)`,
  );
  await record(ctx, {
    ...{ action: 'twin.enter', subject: 'exercise', subjectId: exerciseId, markingId: exercise.markingId },
  });
  return { code: found(twin).code };
}

/** Takes this session out again, into the world as it is. */
export async function leaveTwin(ctx: SignedIn) {
  const { exerciseId } = ctx.actor;
  await step(ctx, null);
  if (exerciseId) await record(ctx, { action: 'twin.leave', subject: 'exercise', subjectId: exerciseId });
  return { left: true };
}

async function step(ctx: SignedIn, exerciseId: string | null): Promise<void> {
  const [row] = await ctx.tx.execute<{ done: boolean }>(
    sql`select concord.step_into(${ctx.actor.sessionId}::uuid, ${exerciseId}::uuid) as done`,
  );
  found(row?.done || undefined);
}
