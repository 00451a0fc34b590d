import { newId } from '@concord/db/ids';
import { exerciseObjectives, exerciseTeams } from '@concord/db/schema/exercises';
import { injects, storylines } from '@concord/db/schema/injects';
import { and, count, eq, inArray, max, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { readsInjects, writesInjects } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { lockExercise } from '../exercises/commands.ts';
import { holdRun, settleRun } from '../running/settle.ts';
import { emptyContent, emptyFacts } from './rules.ts';
import {
  type AddInput,
  type ChangeInput,
  type Changes,
  MOST_INJECTS,
  type StorylineInput,
} from './schemas.ts';
import { insertInjects, insertVersions, openInjects, rowOf } from './sealed.ts';
import { tellStaff } from './tell.ts';

/** An exercise whose events list the actor may change: held. To who may not read the list it is not there. */
export async function writableExercise(ctx: SignedIn, exerciseId: string) {
  found(readsInjects(ctx.actor, exerciseId) || undefined);
  authorize(writesInjects(ctx.actor, exerciseId));
  const exercise = await lockExercise(ctx, exerciseId);
  // What is due by now goes out as it stands, before anything of it is changed.
  await holdRun(ctx, exerciseId);
  await settleRun(ctx, exerciseId);
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  if (ctx.now >= exercise.endsAt) throw new AppError('CONFLICT', 'exercises.over');
  return exercise;
}

/** The number the next inject gets, and how many there are. */
export async function nextNumber(ctx: SignedIn, exerciseId: string): Promise<{ next: number; all: number }> {
  const [row] = await ctx.tx
    .select({ last: max(injects.number), all: count() })
    .from(injects)
    .where(eq(injects.exerciseId, exerciseId));
  return { next: (row?.last ?? 0) + 1, all: row?.all ?? 0 };
}

/** Adds an inject to the list: a draft, with the rest to be filled in. */
export async function addInject(ctx: SignedIn, { exerciseId, ...given }: AddInput) {
  const exercise = await writableExercise(ctx, exerciseId);
  await assertNamed(ctx, exerciseId, given);
  const { next, all } = await nextNumber(ctx, exerciseId);
  if (all >= MOST_INJECTS)
    throw new AppError('PRECONDITION_FAILED', 'injects.tooMany', { max: MOST_INJECTS });
  const one = { id: newId(), number: next, revision: 1, ...emptyFacts, ...emptyContent, ...given };
  await insertInjects(ctx, [one], { exerciseId, by: ctx.actor.personId, at: ctx.now });
  await record(ctx, {
    ...{ action: 'inject.add', subject: 'inject', subjectId: one.id, markingId: exercise.markingId },
    details: { exerciseId },
  });
  await tellStaff(ctx, exerciseId);
  return { injectId: one.id, number: next };
}

/** Changes part of an inject and keeps what it was; refused when somebody else changed it meanwhile. */
export async function changeInject(ctx: SignedIn, { injectId, revision, changes }: ChangeInput) {
  const [known] = await ctx.tx
    .select({ exerciseId: injects.exerciseId })
    .from(injects)
    .where(eq(injects.id, injectId));
  const { exerciseId } = found(known);
  const exercise = await writableExercise(ctx, exerciseId);
  const [row] = await ctx.tx.select().from(injects).where(eq(injects.id, injectId)).for('update');
  if (found(row).revision !== revision) throw new AppError('CONFLICT', 'injects.changed');
  await assertNamed(ctx, exerciseId, changes);
  if (changes.afterId === injectId) throw fieldError('afterId', 'injects.afterItself');
  const [before] = await openInjects(ctx, exerciseId, [found(row)]);
  const after = { ...found(before), ...changes, revision: revision + 1 };
  await ctx.tx
    .update(injects)
    .set(await rowOf(ctx, exerciseId, after))
    .where(eq(injects.id, injectId));
  await insertVersions(ctx, [after], { exerciseId, by: ctx.actor.personId, at: ctx.now });
  await record(ctx, {
    ...{ action: 'inject.change', subject: 'inject', subjectId: injectId, markingId: exercise.markingId },
    details: { exerciseId, revision: revision + 1, fields: Object.keys(changes) },
  });
  await tellStaff(ctx, exerciseId);
  return { injectId, revision: revision + 1 };
}

/** What an inject names must be of the same exercise; what is not is told by the field that names it. */
async function assertNamed(ctx: SignedIn, exerciseId: string, changes: Changes): Promise<void> {
  const { storylineId, objectiveId, afterId, responsibleId, teamIds } = changes;
  const teams = [...new Set(teamIds ?? [])];
  const [row] = await ctx.tx.execute<
    Record<'storyline' | 'objective' | 'after' | 'responsible', boolean> & { teams: number }
  >(sql`
    select ${storylineId ?? null}::uuid is null or exists (select from ${storylines}
        where id = ${storylineId ?? null}::uuid and exercise_id = ${exerciseId}::uuid) as storyline,
      ${objectiveId ?? null}::uuid is null or exists (select from ${exerciseObjectives}
        where id = ${objectiveId ?? null}::uuid and exercise_id = ${exerciseId}::uuid) as objective,
      ${afterId ?? null}::uuid is null or exists (select from ${injects}
        where id = ${afterId ?? null}::uuid and exercise_id = ${exerciseId}::uuid) as after,
      ${responsibleId ?? null}::uuid is null or exists (select from concord.exercise_staff(${exerciseId}::uuid)
        where person_id = ${responsibleId ?? null}::uuid) as responsible`);
  const known = found(row);
  if (!known.storyline) throw fieldError('storylineId', 'injects.unknown');
  if (!known.objective) throw fieldError('objectiveId', 'injects.unknown');
  if (!known.after) throw fieldError('afterId', 'injects.unknown');
  if (!known.responsible) throw fieldError('responsibleId', 'injects.notStaff');
  if (teams.length > 0) await assertTeams(ctx, exerciseId, teams);
}

async function assertTeams(ctx: SignedIn, exerciseId: string, teams: string[]): Promise<void> {
  const [there] = await ctx.tx
    .select({ all: count() })
    .from(exerciseTeams)
    .where(and(eq(exerciseTeams.exerciseId, exerciseId), inArray(exerciseTeams.id, teams)));
  if (there?.all !== teams.length) throw fieldError('teamIds', 'injects.unknown');
}

/** Makes a storyline or gives it another title. */
export async function saveStoryline(ctx: SignedIn, { exerciseId, storylineId, title }: StorylineInput) {
  const exercise = await writableExercise(ctx, exerciseId);
  const id = storylineId ?? newId();
  const sealed = await sealFor(ctx, exerciseId, title, `storyline:${id}`);
  if (storylineId === null) {
    const [there] = await ctx.tx
      .select({ all: count() })
      .from(storylines)
      .where(eq(storylines.exerciseId, exerciseId));
    await ctx.tx.insert(storylines).values({ id, exerciseId, position: there?.all ?? 0, sealed });
  } else {
    const [changed] = await ctx.tx
      .update(storylines)
      .set({ sealed })
      .where(and(eq(storylines.id, id), eq(storylines.exerciseId, exerciseId)))
      .returning({ id: storylines.id });
    found(changed);
  }
  await record(ctx, {
    ...{
      action: 'inject.storyline',
      subject: 'exercise',
      subjectId: exerciseId,
      markingId: exercise.markingId,
    },
  });
  await tellStaff(ctx, exerciseId);
  return { storylineId: id };
}

/** Takes a storyline away; its injects stay and belong to none. */
export async function removeStoryline(ctx: SignedIn, { storylineId }: { storylineId: string }) {
  const [row] = await ctx.tx.select().from(storylines).where(eq(storylines.id, storylineId));
  const exercise = await writableExercise(ctx, found(row).exerciseId);
  await ctx.tx.delete(storylines).where(eq(storylines.id, storylineId));
  await record(ctx, {
    ...{ action: 'inject.storylineRemoved', subject: 'exercise', subjectId: exercise.id },
    markingId: exercise.markingId,
  });
  await tellStaff(ctx, exercise.id);
  return { storylineId };
}
