import { workRoles } from '@concord/db/schema/competence';
import { exerciseRoleParties, exerciseRoles } from '@concord/db/schema/exercises';
import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { makesExercises, plansExercise } from '../../policies/exercises.ts';
import { exerciseRow } from './rows.ts';

/** The parties an exercise can be for, by code. */
export async function partyChoices(ctx: SignedIn) {
  return ctx.tx
    .select({
      id: parties.id,
      code: parties.code,
      name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
      ally: parties.ally,
      kind: parties.kind,
    })
    .from(parties)
    .where(isNull(parties.nationId))
    .orderBy(asc(parties.code));
}

/** What the form of a new exercise offers: who may make one. */
export async function newExerciseChoices(ctx: SignedIn) {
  found(makesExercises(ctx.actor) || undefined);
  const french = ctx.locale === 'fr';
  return {
    parties: await partyChoices(ctx),
    levels: await ctx.tx
      .select({ rank: levels.rank, name: french ? levels.nameFr : levels.nameEn })
      .from(levels)
      .where(sql`${levels.rank} <= ${ctx.actor.level}`)
      .orderBy(asc(levels.rank)),
  };
}

/** What the planner's page offers beside the plan: roles as they are, and what can be chosen for them. */
export async function planningChoices(ctx: SignedIn, code: string) {
  const { id } = await exerciseRow(ctx, code);
  found(plansExercise(ctx.actor, id) || undefined);
  const french = ctx.locale === 'fr';
  const roles = await ctx.tx
    .select()
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, id))
    .orderBy(asc(exerciseRoles.position), asc(exerciseRoles.id));
  const roleIds = roles.map((role) => role.id);
  const seats =
    roleIds.length > 0
      ? await ctx.tx.select().from(exerciseRoleParties).where(inArray(exerciseRoleParties.roleId, roleIds))
      : [];
  const needs = await ctx.tx.execute<{ role: string; course: string | null; level: number | null }>(sql`
    select r.subject_id as role, n.course_id as course, n.level from requirement r
    join requirement_need n on n.requirement_id = r.id
    where r.subject = 'seat' and r.archived_at is null
      and r.subject_id in (select e.id from exercise_role e where e.exercise_id = ${id}::uuid)`);
  return {
    roles: roles.map(({ exerciseId: _, position: __, language, languageLevel, ...role }) => ({
      ...role,
      language: language && languageLevel ? { tag: language, level: languageLevel } : null,
      parties: seats
        .filter(({ roleId }) => roleId === role.id)
        .map(({ partyId, minimum, seats }) => ({ partyId, minimum, seats })),
      courseIds: needs.flatMap((need) => (need.role === role.id && need.course ? [need.course] : [])),
      level: needs.find((need) => need.role === role.id && need.level !== null)?.level ?? null,
    })),
    parties: await partyChoices(ctx),
    workRoles: await ctx.tx
      .select({ id: workRoles.id, name: french ? workRoles.nameFr : workRoles.nameEn })
      .from(workRoles)
      .where(isNull(workRoles.archivedAt))
      .orderBy(asc(workRoles.nameEn)),
    courses: await ctx.tx.execute<{ id: string; title: string }>(sql`
      select c.id, coalesce(t.title, c.slug) as title from course c
      join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
        where v.course_id = c.id and v.published_at is not null order by v.number desc,
          x.language = ${ctx.locale} desc, x.language = c.source_language desc limit 1) t on true
      where c.archived_at is null order by 2 limit 500`),
    levels: await ctx.tx
      .select({ rank: levels.rank, name: french ? levels.nameFr : levels.nameEn })
      .from(levels)
      .orderBy(asc(levels.rank)),
  };
}
