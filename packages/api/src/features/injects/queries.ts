import { exerciseTeams } from '@concord/db/schema/exercises';
import { injects, injectVersions, storylines } from '@concord/db/schema/injects';
import { people } from '@concord/db/schema/people';
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { controlsExercise, readsInjects, writesInjects } from '../../policies/exercises.ts';
import { opener } from '../../sealing/sealing.ts';
import { exerciseRow, objectivesOf } from '../exercises/rows.ts';
import { phaseOf } from '../exercises/rules.ts';
import { markingViews } from '../threads/marking-views.ts';
import { conflictsOf } from './conflicts.ts';
import { openInjects, openVersions } from './sealed.ts';

/** The exercise of a code, for who may read its events list; to others it does not exist. */
export async function staffedExercise(ctx: SignedIn, code: string) {
  const exercise = await exerciseRow(ctx, code);
  found(readsInjects(ctx.actor, exercise.id) || undefined);
  return exercise;
}

/** What injects name: teams, objectives, storylines, and who of the staff can be responsible. */
export async function namesOf(ctx: SignedIn, exerciseId: string) {
  const teams = await ctx.tx
    .select({ id: exerciseTeams.id, name: exerciseTeams.name, colour: exerciseTeams.colour })
    .from(exerciseTeams)
    .where(eq(exerciseTeams.exerciseId, exerciseId))
    .orderBy(asc(exerciseTeams.position), asc(exerciseTeams.id));
  const objectives = await objectivesOf(ctx, exerciseId);
  const staff = await ctx.tx.execute<{ id: string; name: string; writes: boolean }>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, bool_or(s.role <> 'evaluator') as writes
    from concord.exercise_staff(${exerciseId}) s join person p on p.id = s.person_id
    group by p.id order by p.family_name, p.given_name, p.id`);
  return {
    teams,
    objectives,
    storylines: await storylinesOf(ctx, exerciseId),
    staff: [...staff].map(({ id, name }) => ({ id, name })),
  };
}

export type Names = Awaited<ReturnType<typeof namesOf>>;

async function storylinesOf(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select({ id: storylines.id, sealed: storylines.sealed })
    .from(storylines)
    .where(eq(storylines.exerciseId, exerciseId))
    .orderBy(asc(storylines.position), asc(storylines.id));
  if (rows.length === 0) return [];
  const open = await opener(ctx, exerciseId);
  return rows.map(({ id, sealed }) => ({ id, title: open(sealed, `storyline:${id}`) }));
}

/** All injects of an exercise, in the order of exercise time. */
export async function allInjects(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select()
    .from(injects)
    .where(eq(injects.exerciseId, exerciseId))
    .orderBy(asc(injects.minute), asc(injects.number));
  return openInjects(ctx, exerciseId, rows);
}

/** The master scenario events list with what it names, its warnings, and what the reader may do. */
export async function injectList(ctx: SignedIn, code: string) {
  const exercise = await staffedExercise(ctx, code);
  const { id, startsAt, endsAt, markingId } = exercise;
  const all = await allInjects(ctx, id);
  const phase = phaseOf(exercise, ctx.now);
  const open = phase !== 'cancelled' && phase !== 'over';
  return {
    exercise: {
      ...{ id, code, name: ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn, markingId },
      ...{ timeZone: exercise.timeZone, phase, kind: exercise.kind },
      ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    },
    markings: await markingViews(ctx, [markingId]),
    ...(await namesOf(ctx, id)),
    injects: all,
    conflicts: conflictsOf(all, (+endsAt - +startsAt) / 60_000),
    can: {
      write: writesInjects(ctx.actor, id) && open,
      control: controlsExercise(ctx.actor, id),
    },
  };
}

/** What an inject was before, newest first: who changed it when, and how it stood. */
export async function injectHistory(ctx: SignedIn, injectId: string) {
  const [row] = await ctx.tx.select().from(injects).where(eq(injects.id, injectId));
  const inject = found(row);
  found(readsInjects(ctx.actor, inject.exerciseId) || undefined);
  const rows = await ctx.tx
    .select()
    .from(injectVersions)
    .where(eq(injectVersions.injectId, injectId))
    .orderBy(desc(injectVersions.revision))
    .limit(200);
  const by = [...new Set(rows.flatMap(({ madeBy }) => madeBy ?? []))];
  const named = by.length
    ? await ctx.tx
        .select({ id: people.id, name: sql<string>`${people.givenName} || ' ' || ${people.familyName}` })
        .from(people)
        .where(inArray(people.id, by))
    : [];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const states = await openVersions(ctx, inject.exerciseId, rows);
  return {
    number: inject.number,
    versions: rows.flatMap(({ revision, madeBy, madeAt }, index) => {
      const state = states[index];
      if (!state) return [];
      return [{ revision, by: madeBy ? (names.get(madeBy) ?? '') : '', at: madeAt.toISOString(), state }];
    }),
  };
}
