import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { idsIn } from '../frameworks/current.ts';
import type { People } from './concerned.ts';
import { attestedOf, retakeAt } from './ends.ts';
import type { Parts } from './parts.ts';
import type { Evidence, Held } from './rules.ts';

type Path = NonNullable<Evidence['path']> & { enrolmentId: string };

/** What the tables hold of a set of people, by person and course or by person. */
export type Known = {
  /** The best first; further ones only of courses in `counted`. */
  credentials: ReadonlyMap<string, readonly Held[]>;
  paths: ReadonlyMap<string, Path>;
  attestations: ReadonlyMap<string, readonly { level: number; until: number }[]>;
  /** Seats in exercises, where a part in one is asked. */
  parts?: Parts;
};

/** The key under which evidence of a person in a course lies. */
export const of = (personId: string, courseId: string): string => `${personId} ${courseId}`;

/** Credentials, open paths and attestations of these people, each kind in one statement. */
export async function evidenceOf(
  ctx: Pick<Context, 'tx'>,
  people: People,
  courseIds: readonly string[],
  now: Date,
  counted: readonly string[] = [],
): Promise<Known> {
  const courses = idsIn(courseIds);
  const credentials = await ctx.tx.execute<{
    course: string;
    held: [string, number | null, boolean, number, string][];
  }>(sql`
    with who as materialized (${people}
    ), retake as (select v.course_id, v.number, v.published_at from course_version v
      where v.requires_retake and v.published_at is not null and v.course_id in ${courses}
    ), evidence as (
      select c.id, c.person_id, c.course_id, c.valid_until, c.issued_at, ${retakeAt} as retake_at
      from credential c join who w(id) on w.id = c.person_id
      where c.revoked_at is null and c.course_id in ${courses}
    ), best as (
      select id, person_id, course_id, least(valid_until, retake_at) as until, issued_at,
        retake_at is not null and (valid_until is null or retake_at < valid_until) as retake,
        row_number() over (partition by person_id, course_id
          order by least(valid_until, retake_at) desc nulls first, issued_at desc) as rank
      from evidence)
    select course_id as course, json_agg(json_build_array(person_id, (extract(epoch from until) * 1000)::bigint, retake,
      (extract(epoch from issued_at) * 1000)::bigint, id) order by rank) as held
    from best where rank = 1 or course_id in ${idsIn(counted)} group by course_id`);
  const open = await ctx.tx.execute<{ id: string; person: string; course: string; due: string | null }>(sql`
    select e.id, e.person_id as person, e.course_id as course, (extract(epoch from e.due_at) * 1000)::text as due
    from enrolment e join (${people}) w(id) on w.id = e.person_id
    where e.withdrawn_at is null and e.completed_at is null and e.course_id in ${courses}`);
  const states = await statesOf(
    ctx,
    open.map(({ id }) => id),
  );
  const attested = await attestedOf(ctx, people, now);
  return {
    credentials: grouped(credentials),
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

function grouped(
  rows: Iterable<{ course: string; held: [string, number | null, boolean, number, string][] }>,
): Map<string, Held[]> {
  const all = new Map<string, Held[]>();
  for (const { course, held } of rows)
    for (const [person, until, retake, issued, id] of held) {
      const key = of(person, course);
      const own = all.get(key);
      if (own) own.push({ until, retake, issued, id });
      else all.set(key, [{ until, retake, issued, id }]);
    }
  return all;
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
