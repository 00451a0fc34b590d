import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { idsIn } from '../frameworks/current.ts';
import type { Held, Way } from './rules.ts';

/** Of each course, until when its credentials are valid and when they were issued, a line for each credential. */
export type Ends = ReadonlyMap<string, Iterable<Pick<Held, 'until' | 'issued'> & { person: string }>>;

/** Of each course, how far the open paths of people are. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, Way>>;

type Ctx = Pick<Context, 'tx'>;

/** When a newer version asks for what credential `c` is of once more: of versions that do, as there are few or none. */
export const retakeAt = sql`(select min(r.published_at) from retake r where r.course_id = c.course_id
  and r.number > coalesce((select v.number from course_version v where v.id = c.version_id), 0))`;

/** The ends of all credentials of these people in these courses; one text a course, as there are tens of thousands. */
export async function endsOf(ctx: Ctx, people: SQL, courseIds: readonly string[]): Promise<Ends> {
  const rows = await ctx.tx.execute<{ course: string; people: string; until: string; issued: string }>(sql`
    with who as materialized (${people}
    ), retake as (select v.course_id, v.number, v.published_at from course_version v
      where v.requires_retake and v.published_at is not null and v.course_id in ${idsIn(courseIds)}
    ), held as (
      select c.person_id, c.course_id, c.issued_at, least(c.valid_until, ${retakeAt}) as until
      from credential c join who w(id) on w.id = c.person_id
      where c.revoked_at is null and c.course_id in ${idsIn(courseIds)})
    select course_id as course, string_agg(person_id::text, ',') as people,
      string_agg(coalesce((date_part('epoch', until) * 1000)::bigint::text, ''), ',') as until,
      string_agg((date_part('epoch', issued_at) * 1000)::bigint::text, ',') as issued
    from held group by course_id`);
  return new Map([...rows].map(({ course, ...row }) => [course, linesOf(row)]));
}

function linesOf(row: { people: string; until: string; issued: string }) {
  const [until, issued] = [row.until.split(','), row.issued.split(',')];
  return row.people.split(',').map((person, index) => ({
    person,
    until: until[index] ? Number(until[index]) : null,
    issued: Number(issued[index]),
  }));
}

/** What is attested of these people and begun: level and end. */
export async function attestedOf(ctx: Ctx, people: SQL, now: Date) {
  return ctx.tx.execute<{ person: string; held: [number, number][] }>(sql`
    select a.person_id as person,
      json_agg(json_build_array(a.level, (extract(epoch from a.valid_until) * 1000)::bigint)) as held
    from attestation a join (${people}) w(id) on w.id = a.person_id
    where a.revoked_at is null and a.valid_from <= ${now.toISOString()}::timestamptz group by a.person_id`);
}

/** The open paths of these people in these courses, in a word each; found by person, as a course has those of all parties. */
export async function waysOf(ctx: Ctx, people: SQL, courseIds: readonly string[]): Promise<Ways> {
  const rows = await ctx.tx.execute<{ course: string; people: string; ways: string }>(sql`
    select e.course_id as course, string_agg(e.person_id::text, ',') as people,
      string_agg(case when s.failed_at is not null then 'failed' when s.started then 'started' else 'none' end, ',') as ways
    from concord.path_states(array(select o.id from enrolment o where o.person_id = any(array(${people}))
      and o.withdrawn_at is null and o.completed_at is null and o.course_id in ${idsIn(courseIds)})) s
    join enrolment e on e.id = s.enrolment_id group by e.course_id`);
  return new Map(
    [...rows].map(({ course, people: ids, ways }) => {
      const each = ways.split(',') as Way[];
      return [course, new Map(ids.split(',').map((person, index) => [person, each[index] ?? 'none']))];
    }),
  );
}
