import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { fullName } from '../people/names.ts';

/** Where a member's path stands, as the tables say it. */
export type Member = {
  personId: string;
  name: string;
  jobTitle: string;
  partyId: string;
  partyCode: string;
  email: string | null;
  enrolled: boolean;
  started: boolean;
  done: number;
  total: number;
  completedAt: Date | null;
  dueAt: Date | null;
};

type Row = {
  person_id: string;
  given_name: string;
  family_name: string;
  job_title: string;
  party_id: string;
  party_code: string;
  email: string | null;
  enrolled: boolean;
  started: boolean;
  done: number;
  total: number;
  completed_at: string | null;
  due_at: string | null;
};

/**
 * Every member of a cohort with how far they are, in one query. A path begun before the cohort counts, since nobody
 * takes the same course twice at once.
 */
export async function membersOf(
  ctx: Pick<Context, 'tx'>,
  cohort: { id: string; courseId: string },
): Promise<Member[]> {
  const rows = await ctx.tx.execute<Row>(sql`
    with path as (
      select e.id, e.person_id, e.version_id, e.completed_at, e.due_at, e.last_seen_at
      from enrolment e
      where e.course_id = ${cohort.courseId} and e.withdrawn_at is null
        and e.person_id in (select m.person_id from cohort_member m where m.cohort_id = ${cohort.id})
    ), size as (
      select a.version_id, count(*)::int as total from activity a
      where a.required and a.version_id in (select version_id from path) group by a.version_id
    ), progress as (
      select g.enrolment_id, count(*) filter (where g.completed_at is not null and a.required)::int as done,
        count(*)::int as seen
      from activity_progress g join activity a on a.id = g.activity_id
      where g.enrolment_id in (select id from path) group by g.enrolment_id
    )
    select m.person_id, p.given_name, p.family_name, p.job_title, p.party_id, y.code as party_code, c.email,
      path.id is not null as enrolled, path.last_seen_at is not null or coalesce(progress.seen, 0) > 0 as started,
      coalesce(progress.done, 0) as done, coalesce(size.total, 0) as total,
      path.completed_at::text, path.due_at::text
    from cohort_member m
    join person p on p.id = m.person_id
    join party y on y.id = p.party_id
    left join account c on c.person_id = p.id
    left join path on path.person_id = m.person_id
    left join size on size.version_id = path.version_id
    left join progress on progress.enrolment_id = path.id
    where m.cohort_id = ${cohort.id}
    order by y.code, p.family_name, m.person_id`);
  return rows.map((row) => ({
    personId: row.person_id,
    name: fullName({ givenName: row.given_name, familyName: row.family_name }),
    jobTitle: row.job_title,
    partyId: row.party_id,
    partyCode: row.party_code,
    email: row.email,
    enrolled: row.enrolled,
    started: row.started,
    done: row.done,
    total: row.total,
    completedAt: row.completed_at === null ? null : new Date(row.completed_at),
    dueAt: row.due_at === null ? null : new Date(row.due_at),
  }));
}
