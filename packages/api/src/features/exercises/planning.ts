import { newId } from '@concord/db/ids';
import {
  exerciseEvents,
  exerciseObjectives,
  exerciseParties,
  exerciseTeams,
} from '@concord/db/schema/exercises';
import { parties } from '@concord/db/schema/parties';
import { and, count, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { agreesForParty, plansExercise } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { lockExercise } from './commands.ts';
import type { EventInput, TeamInput } from './schemas.ts';

/** An exercise its planners may change: held, neither cancelled nor over. */
export async function plannedExercise(ctx: SignedIn, exerciseId: string) {
  const exercise = await lockExercise(ctx, exerciseId);
  authorize(plansExercise(ctx.actor, exerciseId));
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  if (ctx.now >= exercise.endsAt) throw new AppError('CONFLICT', 'exercises.over');
  return exercise;
}

async function assertParties(ctx: SignedIn, partyIds: readonly string[]): Promise<void> {
  const [known] = await ctx.tx
    .select({ all: count() })
    .from(parties)
    .where(inArray(parties.id, [...partyIds]));
  if (known?.all !== new Set(partyIds).size) throw fieldError('partyIds', 'marking.partyUnknown');
}

async function recordPlan(ctx: SignedIn, exercise: { id: string; markingId: string }, action: string) {
  await record(ctx, {
    action,
    subject: 'exercise',
    subjectId: exercise.id,
    markingId: exercise.markingId,
  });
}

/** Makes a team or changes it. */
export async function saveTeam(ctx: SignedIn, { exerciseId, teamId, ...team }: TeamInput) {
  const exercise = await plannedExercise(ctx, exerciseId);
  await assertParties(ctx, team.partyIds);
  const [there] = await ctx.tx
    .select({ all: count() })
    .from(exerciseTeams)
    .where(eq(exerciseTeams.exerciseId, exerciseId));
  const id = teamId ?? newId();
  const [twin] = await ctx.tx
    .select({ id: exerciseTeams.id })
    .from(exerciseTeams)
    .where(and(eq(exerciseTeams.exerciseId, exerciseId), eq(exerciseTeams.name, team.name)));
  if (twin && twin.id !== teamId) throw fieldError('name', 'exercises.teamTaken');
  if (teamId === null)
    await ctx.tx.insert(exerciseTeams).values({ id, exerciseId, position: there?.all ?? 0, ...team });
  else
    found(
      (
        await ctx.tx
          .update(exerciseTeams)
          .set(team)
          .where(and(eq(exerciseTeams.id, teamId), eq(exerciseTeams.exerciseId, exerciseId)))
          .returning({ id: exerciseTeams.id })
      )[0],
    );
  await recordPlan(ctx, exercise, 'exercise.team');
  return { teamId: id };
}

/** Asks a party to take part; a partner or an observer does so once it has agreed. */
export async function inviteParty(
  ctx: SignedIn,
  input: { exerciseId: string; partyId: string; standing: 'participant' | 'partner' | 'observer' },
) {
  const exercise = await plannedExercise(ctx, input.exerciseId);
  await assertParties(ctx, [input.partyId]);
  await ctx.tx
    .insert(exerciseParties)
    .values({ ...input, invitedAt: ctx.now })
    .onConflictDoUpdate({
      target: [exerciseParties.exerciseId, exerciseParties.partyId],
      set: { standing: input.standing },
    });
  await recordPlan(ctx, exercise, 'exercise.invite');
  return { exerciseId: exercise.id };
}

/** A party's training coordinator agrees that it takes part. */
export async function agreeForParty(
  ctx: SignedIn,
  { exerciseId, partyId }: { exerciseId: string; partyId: string },
) {
  const [row] = await ctx.tx
    .select()
    .from(exerciseParties)
    .where(and(eq(exerciseParties.exerciseId, exerciseId), eq(exerciseParties.partyId, partyId)));
  found(row);
  authorize(agreesForParty(ctx.actor, partyId));
  if (row?.agreedAt) return { exerciseId };
  await ctx.tx
    .update(exerciseParties)
    .set({ agreedBy: ctx.actor.personId, agreedAt: ctx.now })
    .where(and(eq(exerciseParties.exerciseId, exerciseId), eq(exerciseParties.partyId, partyId)));
  await record(ctx, { action: 'exercise.agree', subject: 'exercise', subjectId: exerciseId, partyId });
  return { exerciseId };
}

type Objective = { id: string | null; titleEn: string; titleFr: string };

/** Writes the objectives in this order; those left out are gone. */
export async function saveObjectives(
  ctx: SignedIn,
  { exerciseId, objectives }: { exerciseId: string; objectives: Objective[] },
) {
  const exercise = await plannedExercise(ctx, exerciseId);
  const rows = objectives.map((one, position) => ({ ...one, id: one.id ?? newId(), exerciseId, position }));
  const own = eq(exerciseObjectives.exerciseId, exerciseId);
  const kept = rows.map(({ id }) => id);
  await ctx.tx
    .delete(exerciseObjectives)
    .where(kept.length > 0 ? and(own, notInArray(exerciseObjectives.id, kept)) : own);
  const known = new Set(
    (await ctx.tx.select({ id: exerciseObjectives.id }).from(exerciseObjectives).where(own)).map(
      ({ id }) => id,
    ),
  );
  found(objectives.every(({ id }) => id === null || known.has(id)) || undefined);
  // Written over and not anew: injects name them.
  if (rows.length > 0)
    await ctx.tx
      .insert(exerciseObjectives)
      .values(rows)
      .onConflictDoUpdate({
        target: exerciseObjectives.id,
        set: {
          position: sql`excluded.position`,
          titleEn: sql`excluded.title_en`,
          titleFr: sql`excluded.title_fr`,
        },
      });
  await recordPlan(ctx, exercise, 'exercise.objectives');
  return { exerciseId };
}

/** Sets a conference, visit or hot wash, or changes it. */
export async function saveEvent(ctx: SignedIn, { exerciseId, eventId, ...event }: EventInput) {
  const exercise = await plannedExercise(ctx, exerciseId);
  const dates = { startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) };
  if (dates.endsAt <= dates.startsAt) throw fieldError('endsAt', 'exercises.endsBeforeStart');
  const id = eventId ?? newId();
  if (eventId === null) await ctx.tx.insert(exerciseEvents).values({ id, exerciseId, ...event, ...dates });
  else
    found(
      (
        await ctx.tx
          .update(exerciseEvents)
          .set({ ...event, ...dates })
          .where(and(eq(exerciseEvents.id, eventId), eq(exerciseEvents.exerciseId, exerciseId)))
          .returning({ id: exerciseEvents.id })
      )[0],
    );
  await recordPlan(ctx, exercise, 'exercise.event');
  return { eventId: id };
}

/** Takes a conference off the plan. */
export async function removeEvent(ctx: SignedIn, { eventId }: { eventId: string }) {
  const [row] = await ctx.tx.select().from(exerciseEvents).where(eq(exerciseEvents.id, eventId));
  const exercise = await plannedExercise(ctx, found(row).exerciseId);
  await ctx.tx.delete(exerciseEvents).where(eq(exerciseEvents.id, eventId));
  await recordPlan(ctx, exercise, 'exercise.eventRemoved');
  return { eventId };
}
