import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Evidence } from './rules.ts';

/** The people a page is about, as a query for their ids. */
export type People = SQL;

type Held = NonNullable<Evidence['held']>;
type Path = NonNullable<Evidence['path']> & { enrolmentId: string };

/** What the tables hold of a set of people, by person and course or by person. */
export type Known = {
  credentials: ReadonlyMap<string, Held>;
  paths: ReadonlyMap<string, Path>;
  attestations: ReadonlyMap<string, readonly { level: number; until: number }[]>;
};

/** The key under which evidence of a person in a course lies. */
export const of = (personId: string, courseId: string): string => `${personId} ${courseId}`;

/**
 * Who is asked for what, as one set: everybody, holders of an appointment, of a work role, members of a cohort.
 * A requirement of a nation concerns its organisations too. People come as one text a requirement.
 */
export function concerned(people: People, now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const held = (start: SQL, end: SQL) => sql`${start} <= ${at} and (${end} is null or ${end} > ${at})`;
  return sql`
    with who as (select p.id, p.party_id, y.nation_id, p.created_at from person p join party y on y.id = p.party_id
      where p.id in (${people})
    ), asked as (
      select r.id, w.id as person_id, w.created_at as since from requirement r cross join who w where r.subject = 'everyone'
      union all
      select r.id, o.person_id, o.valid_from from requirement r join appointment o on o.role = r.role
        and ${held(sql`o.valid_from`, sql`o.valid_until`)} where r.subject = 'appointment'
      union all
      select r.id, o.person_id, o.valid_from from requirement r join person_work_role o on o.work_role_id = r.subject_id
        and ${held(sql`o.valid_from`, sql`o.valid_until`)} where r.subject = 'workRole'
      union all
      select r.id, m.person_id, m.added_at from requirement r join cohort_member m on m.cohort_id = r.subject_id
        where r.subject = 'cohort'
    ), one as (
      select a.id, a.person_id, extract(epoch from greatest(min(a.since), r.created_at))::bigint as since
      from asked a join who w on w.id = a.person_id join requirement r on r.id = a.id
      where r.archived_at is null and (cardinality(r.party_ids) = 0 or w.party_id = any(r.party_ids)
        or w.nation_id = any(r.party_ids))
      group by a.id, a.person_id, r.created_at)
    select id, string_agg(person_id::text, ',') as people, string_agg(since::text, ',') as since from one group by id`;
}

/** The same, asked. */
export async function concernedBy(ctx: Pick<Context, 'tx'>, people: People, now: Date) {
  return ctx.tx.execute<{ id: string; people: string; since: string }>(concerned(people, now));
}

/** Credentials, open paths and attestations of these people, each kind in one statement. */
export async function evidenceOf(
  ctx: Pick<Context, 'tx'>,
  people: People,
  courseIds: readonly string[],
  now: Date,
): Promise<Known> {
  const courses = sql`(select jsonb_array_elements_text(${JSON.stringify(courseIds)}::jsonb)::uuid)`;
  const credentials = await ctx.tx.execute<{ course: string; held: [string, number | null, boolean][] }>(sql`
    with retake as (select v.course_id, v.number, v.published_at from course_version v
      where v.requires_retake and v.published_at is not null and v.course_id in ${courses}
    ), evidence as (
      select c.person_id, c.course_id, c.valid_until,
        (select min(r.published_at) from retake r where r.course_id = c.course_id
          and r.number > coalesce(v.number, 0)) as retake_at
      from credential c left join course_version v on v.id = c.version_id and exists (select 1 from retake)
      where c.revoked_at is null and c.course_id in ${courses} and c.person_id in (${people})
    ), best as (
      select distinct on (person_id, course_id) person_id, course_id, least(valid_until, retake_at) as until,
        retake_at is not null and (valid_until is null or retake_at < valid_until) as retake
      from evidence order by person_id, course_id, least(valid_until, retake_at) desc nulls first)
    select course_id as course, json_agg(json_build_array(person_id,
      (extract(epoch from until) * 1000)::bigint, retake)) as held from best group by course_id`);
  const open = await ctx.tx.execute<{ id: string; person: string; course: string; due: string | null }>(sql`
    select e.id, e.person_id as person, e.course_id as course, (extract(epoch from e.due_at) * 1000)::text as due
    from enrolment e where e.withdrawn_at is null and e.completed_at is null and e.course_id in ${courses}
      and e.person_id in (${people})`);
  const states = await statesOf(
    ctx,
    open.map(({ id }) => id),
  );
  const attested = await ctx.tx.execute<{ person: string; held: [number, number][] }>(sql`
    select a.person_id as person,
      json_agg(json_build_array(a.level, (extract(epoch from a.valid_until) * 1000)::bigint)) as held
    from attestation a where a.revoked_at is null and a.valid_from <= ${now.toISOString()}::timestamptz
      and a.person_id in (${people}) group by a.person_id`);
  return {
    credentials: new Map(
      credentials.flatMap(({ course, held }) =>
        held.map(([person, until, retake]) => [of(person, course), { until, retake }] as const),
      ),
    ),
    paths: new Map(
      open.map(({ id, person, course, due }) => {
        const state = states.get(id) ?? { started: false, done: 0, total: 0, failedAt: null };
        return [of(person, course), { ...state, enrolmentId: id, dueAt: due === null ? null : Number(due) }];
      }),
    ),
    attestations: new Map(
      attested.map(({ person, held }) => [person, held.map(([level, until]) => ({ level, until }))]),
    ),
  };
}

async function statesOf(ctx: Pick<Context, 'tx'>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Omit<Path, 'enrolmentId' | 'dueAt'>>();
  const rows = await ctx.tx.execute<{
    id: string;
    started: boolean;
    done: number;
    total: number;
    failed: string | null;
  }>(sql`select enrolment_id as id, started, done, total, failed_at::text as failed
    from concord.path_states((select array_agg(x::uuid) from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) x))`);
  return new Map(
    rows.map(({ id, started, done, total, failed }) => [
      id,
      { started, done, total, failedAt: failed === null ? null : Date.parse(failed) },
    ]),
  );
}
