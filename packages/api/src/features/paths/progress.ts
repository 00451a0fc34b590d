import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { opensReadiness } from '../../policies/readiness.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { partiesSeen, peopleOf } from '../readiness/scope.ts';
import { pathBySlug } from './queries.ts';
import { progressOf, type Step, stepStates } from './rules.ts';

const PAGE = 100;

type Row = {
  id: string;
  name: string;
  family: string;
  party: string;
  held: { courseId: string; until: string | null }[] | null;
  under: string[] | null;
};

/** Where each of the reader's people who follow a path is with each of its courses; by name, never by how far. */
export async function pathProgress(ctx: SignedIn, { slug, after }: { slug: string; after?: string }) {
  found(opensReadiness(ctx.actor) || undefined);
  const { id, title, inOrder, steps } = await pathBySlug(ctx, slug);
  const people = peopleOf((await partiesSeen(ctx)).map((party) => party.id));
  const cursor = readCursor(after);
  const rows = await ctx.tx.execute<Row>(sql`
    with who as (select f.person_id from path_follower f where f.path_id = ${id}::uuid
      union select m.person_id from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id where k.path_id = ${id}::uuid)
    select p.id, p.family_name || ', ' || p.given_name as name, p.family_name as family, y.code as party,
      (select json_agg(json_build_object('courseId', h.course_id, 'until', h.until)) from (
        select c.course_id, max(coalesce(c.valid_until, 'infinity'))::text as until from credential c
        where c.person_id = p.id and c.revoked_at is null and (c.valid_until is null or c.valid_until > now())
          and c.course_id in (select s.course_id from learning_path_step s where s.path_id = ${id}::uuid)
        group by c.course_id) h) as held,
      (select json_agg(e.course_id) from enrolment e where e.person_id = p.id and e.withdrawn_at is null
        and e.completed_at is null) as under
    from who w join person p on p.id = w.person_id join party y on y.id = p.party_id
    where p.id in (${people}) and ${cursor ? sql`(p.family_name, p.id) > (${cursor.value}, ${cursor.id}::uuid)` : sql`true`}
    order by p.family_name, p.id limit ${PAGE + 1}`);
  const shown = [...rows].slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    title,
    slug,
    steps: steps.map(({ courseId, title: name, required }) => ({ courseId, title: name, required })),
    people: shown.map(({ family: _, ...row }) => lineOf(row, steps, inOrder)),
    more: last ? writeCursor(last.family, last.id) : null,
  };
}

type Course = { courseId: string; required: boolean };

function lineOf({ held, under, ...person }: Omit<Row, 'family'>, steps: readonly Course[], inOrder: boolean) {
  const until = new Map((held ?? []).map((one) => [one.courseId, one.until]));
  const own = steps.map(
    ({ courseId, required }): Step => ({
      required,
      done: until.has(courseId),
      underWay: under?.includes(courseId) ?? false,
    }),
  );
  const states = stepStates(own, inOrder);
  const { done, total } = progressOf(own);
  return {
    ...person,
    ...{ done, total },
    cells: steps.map(({ courseId }, index) => ({ courseId, state: states[index] ?? 'open' })),
  };
}
