import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { managesTraining } from '../../policies/cohorts.ts';
import { writesCourses } from '../../policies/paths.ts';
import { nationsCoordinated, opensReadiness } from '../../policies/readiness.ts';
import { givesWork } from '../../policies/requirements.ts';
import { type Level, levelOf } from '../courses/shown.ts';
import { templateChoices } from '../credential-templates/queries.ts';
import { partiesSeen, peopleOf } from '../readiness/scope.ts';
import { progressOf, type Step, stepStates } from './rules.ts';

const SHOWN = 200;

type Row = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  inOrder: boolean;
  awards: boolean;
  validityMonths: number | null;
  templateId: string | null;
  revision: number;
  createdBy: string | null;
  own: boolean;
  byCohort: boolean;
  ended: boolean;
};

const follows = (
  person: string,
) => sql`exists (select from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id
  where k.path_id = l.id and m.person_id = ${person}::uuid)`;

function rows(ctx: SignedIn, where = sql`true`) {
  const { locale } = ctx;
  const { personId } = ctx.actor;
  return ctx.tx.execute<Row>(sql`
    select l.id, l.slug, coalesce(l.titles->>${locale}, l.titles->>'en', '') as title,
      coalesce(l.summaries->>${locale}, l.summaries->>'en', '') as summary, l.in_order = 1 as "inOrder", l.awards,
      l.validity_months as "validityMonths", l.template_id as "templateId", l.revision, l.created_by as "createdBy", l.archived_at is not null as ended,
      exists (select from path_follower f where f.path_id = l.id and f.person_id = ${personId}::uuid) as own,
      ${follows(personId)} as "byCohort"
    from learning_path l where ${where} order by l.created_at, l.id limit 200`);
}

type Course = Step & {
  pathId: string;
  courseId: string;
  slug: string | null;
  title: string;
  /** Of a course that may be read. */
  level: Level | null;
  until: string | null;
};

/** The courses of these paths in order, and where a person is with each. A course that may not be read has no name. */
async function stepsOf(ctx: SignedIn, pathIds: readonly string[]) {
  const { locale } = ctx;
  const { personId } = ctx.actor;
  return ctx.tx.execute<Course>(sql`
    select s.path_id as "pathId", s.course_id as "courseId", s.required = 1 as required, c.slug,
      coalesce(t.title, c.slug, '') as title,
      ${levelOf(ctx, sql`c.marking_id`)} as level, h.until::text as until, h.held is not null as done,
      exists (select from enrolment e where e.person_id = ${personId}::uuid and e.course_id = s.course_id
        and e.withdrawn_at is null and e.completed_at is null) as "underWay"
    from learning_path_step s left join course c on c.id = s.course_id and c.archived_at is null
    left join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, x.language = ${locale} desc, x.language = c.source_language desc limit 1) t on true
    left join lateral (select true as held, k.valid_until as until from credential k
      where k.person_id = ${personId}::uuid and k.course_id = s.course_id and k.revoked_at is null
        and (k.valid_until is null or k.valid_until > now()) order by k.valid_until desc nulls first limit 1) h on true
    where s.path_id in (select jsonb_array_elements_text(${JSON.stringify(pathIds)}::jsonb)::uuid)
    order by s.path_id, s.position`);
}

/** The paths one may follow, with how far the reader is on theirs. */
export async function listPaths(ctx: SignedIn) {
  const all = [...(await rows(ctx, sql`l.archived_at is null`))];
  const steps = await stepsOf(
    ctx,
    all.map(({ id }) => id),
  );
  return {
    paths: all.map(({ createdBy: _, ...path }) => {
      const own = [...steps].filter(({ pathId }) => pathId === path.id);
      return { ...path, courses: own.length, follows: path.own || path.byCohort, progress: progressOf(own) };
    }),
    can: { make: writesCourses(ctx.actor) },
  };
}

/** One path: its courses in order, where the reader is, and who of their people follows it. */
export async function pathBySlug(ctx: SignedIn, slug: string) {
  const [row] = await rows(ctx, sql`l.slug = ${slug}`);
  const { createdBy, ...path } = found(row);
  const steps = [...(await stepsOf(ctx, [path.id]))];
  const states = stepStates(steps, path.inOrder);
  const [award] = await ctx.tx.execute<{ id: string; publicId: string }>(sql`
    select a.id, a.public_id as "publicId" from path_award a where a.path_id = ${path.id}::uuid
      and a.person_id = ${ctx.actor.personId}::uuid and a.revoked_at is null
      and (a.valid_until is null or a.valid_until > now()) order by a.issued_at desc limit 1`);
  const change = managesTraining(ctx.actor) || (createdBy === ctx.actor.personId && writesCourses(ctx.actor));
  return {
    ...path,
    follows: path.own || path.byCohort,
    progress: progressOf(steps),
    levels: steps.flatMap(({ level }) => level ?? []),
    steps: steps.map(({ pathId: _, level: _level, until, ...step }, index) => ({
      ...step,
      until: until === null ? null : new Date(until).toISOString(),
      state: states[index] ?? 'open',
    })),
    award: award ?? null,
    followers: opensReadiness(ctx.actor) ? await followersOf(ctx, path.id) : null,
    can: { change, put: managesTraining(ctx.actor) || nationsCoordinated(ctx.actor).length > 0 },
  };
}

/** Who of the reader's people follows a path, with how many required courses they hold. */
async function followersOf(ctx: SignedIn, pathId: string) {
  const people = peopleOf((await partiesSeen(ctx)).map(({ id }) => id));
  const found = await ctx.tx.execute<{
    id: string;
    name: string;
    party: string;
    done: number;
    total: number;
  }>(sql`
    with who as (select f.person_id from path_follower f where f.path_id = ${pathId}::uuid
      union select m.person_id from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id where k.path_id = ${pathId}::uuid
    ), step as (select s.course_id from learning_path_step s where s.path_id = ${pathId}::uuid and s.required = 1)
    select p.id, p.family_name || ', ' || p.given_name as name, y.code as party,
      (select count(*)::int from step) as total,
      (select count(*)::int from step s where exists (select from credential c where c.person_id = p.id
        and c.course_id = s.course_id and c.revoked_at is null and (c.valid_until is null or c.valid_until > now()))) as done
    from who w join person p on p.id = w.person_id join party y on y.id = p.party_id
    where p.id in (${people}) order by p.family_name, p.id limit ${SHOWN}`);
  return [...found];
}

/** People the reader may put on a path who do not follow it yet. */
export async function pathCandidates(ctx: SignedIn, input: { pathId: string; query?: string }) {
  const parties = (await partiesSeen(ctx)).filter((party) =>
    givesWork(ctx.actor, { partyId: party.id, nationId: party.nationId }),
  );
  const like = `%${(input.query ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const found = await ctx.tx.execute<{ id: string; name: string; party: string }>(sql`
    select p.id, p.family_name || ', ' || p.given_name as name, y.code as party
    from person p join party y on y.id = p.party_id
    where p.id in (${peopleOf(parties.map(({ id }) => id))})
      and unaccent(p.given_name || ' ' || p.family_name || ' ' || p.job_title) ilike unaccent(${like})
      and not exists (select from path_follower f where f.path_id = ${input.pathId}::uuid and f.person_id = p.id)
    order by p.family_name, p.id limit 30`);
  return [...found];
}

/** What the form of a path offers. */
export async function pathChoices(ctx: SignedIn) {
  found(writesCourses(ctx.actor) || undefined);
  const courses = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select c.id, coalesce((select t.title from course_text t join course_version v on v.id = t.version_id
      where v.course_id = c.id and v.published_at is not null
      order by v.number desc, t.language = ${ctx.locale} desc, t.language = c.source_language desc limit 1), c.slug) as title
    from course c where c.archived_at is null and exists (select from course_version v where v.course_id = c.id
      and v.published_at is not null) order by c.slug limit 500`);
  return { courses: [...courses], templates: await templateChoices(ctx) };
}

/** A path with its words in both languages, for its form. */
export async function pathForm(ctx: SignedIn, slug: string) {
  const path = await pathBySlug(ctx, slug);
  found(path.can.change || undefined);
  const [words] = await ctx.tx.execute<{
    titles: Record<string, string>;
    summaries: Record<string, string>;
  }>(sql`
    select l.titles, l.summaries from learning_path l where l.id = ${path.id}::uuid`);
  return { ...path, titles: words?.titles ?? {}, summaries: words?.summaries ?? {} };
}
