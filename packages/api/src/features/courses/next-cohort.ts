import { courses } from '@concord/db/schema/courses';
import { cohortParties, cohorts } from '@concord/db/schema/learning';
import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

export type NextCohort = { id: string; name: string; startsAt: string; dueAt: string | null };

/** The next cohort of the course of the row that has seats for the person's party, as one value of a query. */
export function nextCohort(ctx: SignedIn): SQL<NextCohort | null> {
  const name = ctx.locale === 'fr' ? sql`c.name_fr` : sql`c.name_en`;
  return sql<NextCohort | null>`(
    select json_build_object('id', c.id, 'name', ${name}, 'startsAt', ${instant(sql`c.starts_at`)}, 'dueAt', ${instant(sql`c.due_at`)})
    from ${cohorts} c
    where c.course_id = ${courses.id} and c.archived_at is null and c.starts_at > now()
      and exists (select from ${cohortParties} p where p.cohort_id = c.id and p.seats > 0
        and p.party_id in (${ctx.actor.partyId}, ${ctx.actor.ownPartyId}))
    order by c.starts_at limit 1)`;
}

/** An instant as ISO 8601 in UTC, as JSON of our own writes it. */
function instant(at: SQL): SQL {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
