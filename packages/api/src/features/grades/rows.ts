import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { memberState } from '../cohorts/rules.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { fullName } from '../people/names.ts';
import type { Outcome } from './rules.ts';

type Result = {
  tries: number;
  percent: number | null;
  passed: boolean | null;
  at: string | null;
  waiting: boolean;
  by: string | null;
};
type Decision = { outcome: Outcome; percent: number | null; reason: string; at: string; by: string };
type Extension = { dueAt: string; reason: string; by: string };

type Row = {
  id: string;
  person_id: string;
  given_name: string;
  family_name: string;
  sort: string;
  code: string;
  due_at: string | null;
  completed_at: string | null;
  last_seen_at: string | null;
  done: number;
  total: number;
  results: Record<string, Result> | null;
  decisions: Record<string, Decision> | null;
  extensions: Record<string, Extension> | null;
};

type Wanted = {
  courseId: string;
  cohortId: string | null;
  seen: string[] | null;
  partyId?: string | undefined;
  query?: string | undefined;
  after?: string | undefined;
  limit: number;
};

const list = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;

/** Which paths: those of the course, in the cohort, of the parties seen, after the cursor. */
function pathsWanted({ courseId, cohortId, seen, partyId, query, after }: Wanted): SQL {
  const cursor = readCursor(after);
  const sort = sortOf(cohortId);
  const words = (query ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 6);
  return sql.join(
    [
      sql`e.course_id = ${courseId} and e.withdrawn_at is null`,
      cohortId
        ? sql`e.person_id in (select m.person_id from cohort_member m where m.cohort_id = ${cohortId})`
        : sql`true`,
      seen ? sql`p.party_id = any(${list(seen)})` : sql`true`,
      partyId ? sql`p.party_id = ${partyId}` : sql`true`,
      ...words.map((word) => sql`strpos(lower(p.given_name || ' ' || p.family_name), lower(${word})) > 0`),
      cursor ? sql`(${sort}, e.id) > (${cursor.value}, ${cursor.id}::uuid)` : sql`true`,
    ],
    sql` and `,
  );
}

/** A cohort is read by name; a course, which may have very many, in the order of its index. */
const sortOf = (cohortId: string | null) => (cohortId ? sql`p.family_name` : sql`''::text`);

/** One page of the book, in one statement, keyed on. */
export async function bookRows(ctx: SignedIn, wanted: Wanted) {
  const sort = sortOf(wanted.cohortId);
  const rows = await ctx.tx.execute<Row>(sql`
    with page as (
      select e.id, e.person_id, e.version_id, e.due_at, e.completed_at, e.last_seen_at, p.given_name, p.family_name,
        ${sort} as sort, y.code
      from enrolment e join person p on p.id = e.person_id join party y on y.id = p.party_id
      where ${pathsWanted(wanted)}
      order by ${sort}, e.id limit ${wanted.limit + 1}
    ), size as (
      select a.version_id, count(*)::int as total from activity a
      where a.required and a.version_id in (select version_id from page) group by a.version_id
    ), progress as (
      select g.enrolment_id, count(*) filter (where g.completed_at is not null and a.required)::int as done
      from activity_progress g join activity a on a.id = g.activity_id
      where g.enrolment_id in (select id from page) group by g.enrolment_id
    ), result as (
      select r.enrolment_id, jsonb_object_agg(r.activity_key, jsonb_build_object('tries', r.tries, 'percent', r.percent,
        'passed', r.passed, 'at', r.at, 'waiting', r.waiting, 'by', ${nameOf('n')})) as results
      from concord.results((select array_agg(id) from page)) r left join person n on n.id = r.marked_by
      group by r.enrolment_id
    ), newest as (
      select distinct on (d.enrolment_id, d.activity_key) d.* from grade_decision d
      where d.enrolment_id in (select id from page) order by d.enrolment_id, d.activity_key, d.id desc
    ), decision as (
      select d.enrolment_id, jsonb_object_agg(coalesce(d.activity_key, ''), jsonb_build_object('outcome', d.outcome,
        'percent', d.percent, 'reason', d.reason, 'at', d.decided_at, 'by', ${nameOf('n')})) as decisions
      from newest d join person n on n.id = d.decided_by group by d.enrolment_id
    ), extension as (
      select x.enrolment_id, jsonb_object_agg(x.activity_key, jsonb_build_object('dueAt', x.due_at, 'reason', x.reason,
        'by', ${nameOf('n')})) as extensions
      from activity_extension x join person n on n.id = x.given_by
      where x.due_at is not null and x.enrolment_id in (select id from page) group by x.enrolment_id
    )
    select page.id, page.person_id, page.given_name, page.family_name, page.sort, page.code, page.due_at::text,
      page.completed_at::text, page.last_seen_at::text, coalesce(progress.done, 0) as done,
      coalesce(size.total, 0) as total, results, decisions, extensions
    from page left join size using (version_id)
    left join progress on progress.enrolment_id = page.id
    left join result on result.enrolment_id = page.id
    left join decision on decision.enrolment_id = page.id
    left join extension on extension.enrolment_id = page.id
    order by page.sort, page.id`);
  const shown = rows.slice(0, wanted.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => lineOf(row, ctx)),
    next: rows.length > wanted.limit && last ? writeCursor(last.sort, last.id) : null,
  };
}

function nameOf(alias: 'n'): SQL {
  return sql.raw(`trim(${alias}.given_name || ' ' || ${alias}.family_name)`);
}

function lineOf(row: Row, { now, actor }: SignedIn) {
  const at = (value: string | null) => (value === null ? null : new Date(value));
  const [dueAt, completedAt] = [at(row.due_at), at(row.completed_at)];
  const started = row.last_seen_at !== null || row.done > 0;
  return {
    enrolmentId: row.id,
    personId: row.person_id,
    name: fullName({ givenName: row.given_name, familyName: row.family_name }),
    party: row.code,
    own: row.person_id === actor.personId,
    done: row.done,
    total: row.total,
    dueAt: dueAt?.toISOString() ?? null,
    completedAt: completedAt?.toISOString() ?? null,
    state: memberState({ enrolled: true, started, dueAt, completedAt }, now),
    results: row.results ?? {},
    decisions: row.decisions ?? {},
    extensions: row.extensions ?? {},
  };
}
