import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { cohortsSeen, managesCohort, managesTraining, seesCohorts } from '../../policies/cohorts.ts';

type Cohort = {
  id: string;
  courseId: string;
  nameEn: string;
  nameFr: string;
  dueAt: string | null;
  people: number;
  on: boolean;
};

/** The cohorts the reader looks after: those on a path, and those that could be put on it. */
export async function cohortsOfPath(ctx: SignedIn, pathId: string) {
  if (!seesCohorts(ctx.actor)) return [];
  const seen = managesTraining(ctx.actor) ? null : cohortsSeen(ctx.actor);
  const within = (ids: readonly string[]) =>
    sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
  const narrowed = seen
    ? sql`and (c.id in ${within(seen.cohortIds)} or c.course_id in ${within(seen.courseIds)})`
    : sql``;
  const rows = await ctx.tx.execute<Cohort>(sql`
    select c.id, c.course_id as "courseId", c.name_en as "nameEn", c.name_fr as "nameFr", c.due_at::text as "dueAt",
      (select count(*)::int from cohort_member m where m.cohort_id = c.id) as people,
      exists (select from path_cohort k where k.cohort_id = c.id and k.path_id = ${pathId}::uuid) as on
    from cohort c where c.archived_at is null and (c.ends_at is null or c.ends_at > now()) ${narrowed}
    order by c.starts_at desc, c.id limit 200`);
  return [...rows]
    .filter((cohort) => managesCohort(ctx.actor, cohort))
    .map(({ dueAt, ...cohort }) => ({ ...cohort, dueAt: dueAt && new Date(dueAt).toISOString() }));
}
