import { pathCohorts } from '@concord/db/schema/competence';
import { cohorts } from '@concord/db/schema/learning';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { seesWholeCohort } from '../../policies/cohorts.ts';
import { opensReadiness } from '../../policies/readiness.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { partiesSeen, peopleOf } from '../readiness/scope.ts';
import { pathBySlug } from './queries.ts';
import { progressOf, type Step, stepStates } from './rules.ts';
import type { progressInput } from './schemas.ts';

const PAGE = 100;

type Row = {
  id: string;
  name: string;
  family: string;
  party: string;
  held: { courseId: string; until: string | null }[] | null;
  under: string[] | null;
};

/** Of which path, of which cohort on it or of the reader's own people, and after whom. */
export type PathProgressInput = z.output<typeof progressInput>;

/**
 * Where each of the reader's people who follow a path is with each of its courses; by name, never by how far. With a
 * cohort, its members, for who looks after it or teaches its course.
 */
export async function pathProgress(ctx: SignedIn, { slug, after, cohortId }: PathProgressInput, most = PAGE) {
  found(cohortId || opensReadiness(ctx.actor) || undefined);
  const { id, title, inOrder, steps, levels } = await pathBySlug(ctx, slug);
  const cohort = cohortId ? await cohortOnPath(ctx, id, cohortId) : null;
  const cursor = readCursor(after);
  const from = cursor ? sql`(p.family_name, p.id) > (${cursor.value}, ${cursor.id}::uuid)` : sql`true`;
  const rows = await ctx.tx.execute<Row>(
    cohort ? inCohort(id, cohort.id, from, most + 1) : ofParties(id, await peopleSeen(ctx), from, most + 1),
  );
  const shown = [...rows].slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  return {
    title,
    slug,
    levels,
    cohort: cohort && { id: cohort.id, nameEn: cohort.nameEn, nameFr: cohort.nameFr },
    steps: steps.map(({ courseId, title: name, required }) => ({ courseId, title: name, required })),
    people: shown.map(({ family: _, ...row }) => lineOf(row, steps, inOrder)),
    more: last ? writeCursor(last.family, last.id) : null,
  };
}

/** A cohort that is on the path, for who sees the cohort whole; NOT_FOUND for everybody else. */
async function cohortOnPath(ctx: SignedIn, pathId: string, cohortId: string) {
  const [row] = await ctx.tx
    .select({ id: cohorts.id, courseId: cohorts.courseId, nameEn: cohorts.nameEn, nameFr: cohorts.nameFr })
    .from(cohorts)
    .innerJoin(pathCohorts, and(eq(pathCohorts.cohortId, cohorts.id), eq(pathCohorts.pathId, pathId)))
    .where(eq(cohorts.id, cohortId));
  return found(row && seesWholeCohort(ctx.actor, row) ? row : undefined);
}

const peopleSeen = async (ctx: SignedIn) => peopleOf((await partiesSeen(ctx)).map((party) => party.id));

const named = sql`p.id, p.family_name || ', ' || p.given_name as name, p.family_name as family, y.code as party`;

function ofParties(pathId: string, people: SQL, from: SQL, limit: number): SQL {
  return sql`
    with who as (select f.person_id from path_follower f where f.path_id = ${pathId}::uuid
      union select m.person_id from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id where k.path_id = ${pathId}::uuid)
    select ${named},
      (select json_agg(json_build_object('courseId', h.course_id, 'until', h.until)) from (
        select c.course_id, max(coalesce(c.valid_until, 'infinity'))::text as until from credential c
        where c.person_id = p.id and c.revoked_at is null and (c.valid_until is null or c.valid_until > now())
          and c.course_id in (select s.course_id from learning_path_step s where s.path_id = ${pathId}::uuid)
        group by c.course_id) h) as held,
      (select json_agg(e.course_id) from enrolment e where e.person_id = p.id and e.withdrawn_at is null
        and e.completed_at is null) as under
    from who w join person p on p.id = w.person_id join party y on y.id = p.party_id
    where p.id in (${people}) and ${from} order by p.family_name, p.id limit ${limit}`;
}

/** The same of one cohort. The database says it of that cohort's members alone, and of the path's courses alone. */
function inCohort(pathId: string, cohortId: string, from: SQL, limit: number): SQL {
  return sql`
    with standing as (select x.person_id,
        json_agg(json_build_object('courseId', x.course_id, 'until', x.until)) filter (where x.held) as held,
        json_agg(x.course_id) filter (where x.under_way) as under
      from concord.path_standing(${pathId}::uuid, ${cohortId}::uuid) x group by x.person_id)
    select ${named}, w.held, w.under
    from standing w join person p on p.id = w.person_id join party y on y.id = p.party_id
    where ${from} order by p.family_name, p.id limit ${limit}`;
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
