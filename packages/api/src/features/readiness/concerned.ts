import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';

/** The people a page is about, as a query for their ids. */
export type People = SQL;

/** A requirement that is not written yet, or as it would be changed: whom would it concern? */
export type Draft = {
  id: string;
  titles: Record<string, string>;
  subject: string;
  role: string | null;
  subjectId: string | null;
  partyIds: readonly string[];
  validOn: string | null;
  validMonths: number | null;
  renewalDays: number;
  graceDays: number;
  needs: readonly {
    kind: string;
    courseId: string | null;
    level: number | null;
    colour: string | null;
    months: number | null;
  }[];
};

/** Where requirements and what they need are read from: the tables, or one draft in their shape. */
export type Source = { requirements: SQL; needs: SQL };

/** What is written. */
export const written: Source = { requirements: sql`requirement`, needs: sql`requirement_need` };

/** One draft in the shape of the tables. */
export function drafted(draft: Draft, now: Date): Source {
  const needs = draft.needs.map((need, position) => ({ requirement_id: draft.id, position, ...need }));
  return {
    requirements: sql`(select ${draft.id}::uuid as id, ${JSON.stringify(draft.titles)}::jsonb as titles,
      ${draft.subject}::text as subject, ${draft.role}::text as role, ${draft.subjectId}::uuid as subject_id,
      ${draft.validOn}::timestamptz as valid_on, ${draft.validMonths}::integer as valid_months,
      ${draft.renewalDays}::integer as renewal_days, ${draft.graceDays}::integer as grace_days,
      ${now.toISOString()}::timestamptz as created_at, null::timestamptz as archived_at,
      array(select jsonb_array_elements_text(${JSON.stringify(draft.partyIds)}::jsonb)::uuid) as party_ids)`,
    needs: sql`(select x.requirement_id, x.position, x.kind, x."courseId" as course_id, x.level, x.colour, x.months
      from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb)
        as x(requirement_id uuid, position integer, kind text, "courseId" uuid, level integer,
          colour text, months integer))`,
  };
}

/**
 * Who is asked for what, as one set: everybody, holders of an appointment, of a work role, who has a seat in a cohort or
 * asks for one, who takes a version of a course. A requirement of a nation concerns its organisations too. People come as
 * one text a requirement.
 */
export function concerned(people: People, now: Date, { requirements: from }: Source = written): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const within = sql`(cardinality(r.party_ids) = 0 or w.party_id = any(r.party_ids) or w.nation_id = any(r.party_ids))`;
  // Asked of each table by itself: for one person it then reads that person's rows, however many a role or course has.
  const here = (table: string) => sql`${sql.identifier(table)}.person_id in (select id from who)`;
  const held = (start: SQL, end: SQL) => sql`${start} <= ${at} and (${end} is null or ${end} > ${at})`;
  return sql`
    with needed as (select * from ${from} q where q.archived_at is null
    ), who as (select p.id, p.party_id, y.nation_id, p.created_at from person p join party y on y.id = p.party_id
      where p.id in (${people})
    ), asked as (
      select r.id, o.person_id, o.valid_from as since from needed r join appointment o on o.role = r.role
        and ${held(sql`o.valid_from`, sql`o.valid_until`)} where r.subject = 'appointment' and ${here('o')}
      union all
      select r.id, o.person_id, o.valid_from from needed r join person_work_role o on o.work_role_id = r.subject_id
        and ${held(sql`o.valid_from`, sql`o.valid_until`)} where r.subject = 'workRole' and ${here('o')}
      union all
      select r.id, m.person_id, m.added_at from needed r join cohort_member m on m.cohort_id = r.subject_id
        where r.subject in ('cohort', 'seat') and ${here('m')}
      union all
      select r.id, s.person_id, s.at from needed r join (
        select distinct on (e.cohort_id, e.person_id) e.cohort_id, e.person_id, e.kind, e.at from seat_entry e
        where ${here('e')} and e.cohort_id in (select subject_id from needed where subject = 'seat')
        order by e.cohort_id, e.person_id, e.place desc) s
        on s.cohort_id = r.subject_id and s.kind not in ('refused', 'withdrawn') where r.subject = 'seat'
      union all
      select r.id, x.person_id, x.given_at from needed r join exercise_seat x on x.role_id = r.subject_id
        where r.subject = 'seat' and ${here('x')}
      union all
      select r.id, e.person_id, e.enrolled_at from needed r join enrolment e on e.version_id = r.subject_id
        and e.withdrawn_at is null where r.subject = 'courseVersion' and ${here('e')}
    ), one as (
      select r.id, w.id as person_id, greatest(w.created_at, r.created_at) as since
      from needed r join who w on ${within} where r.subject = 'everyone'
      union all
      select r.id, a.person_id, greatest(min(a.since), r.created_at)
      from asked a join needed r on r.id = a.id join who w on w.id = a.person_id and ${within}
      group by r.id, r.created_at, a.person_id)
    select id, string_agg(person_id::text, ',') as people,
      string_agg(date_part('epoch', since)::bigint::text, ',') as since from one group by id`;
}

/** The same, asked. */
export async function concernedBy(
  ctx: Pick<Context, 'tx'>,
  people: People,
  now: Date,
  source: Source = written,
) {
  return ctx.tx.execute<{ id: string; people: string; since: string }>(concerned(people, now, source));
}
