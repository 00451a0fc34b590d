import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mapsAnything, mapsOfSubject } from '../../policies/frameworks.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { idsIn } from './current.ts';
import { type MapSubject, mapSubjects } from './rules.ts';

const PAGE = 100;

/** Something that can be mapped: what it is called, where it stands, and the course or exercise whose staff may map it. */
type Mappable = { id: string; name: string; within: string; owner: string | null };

const name = (ctx: SignedIn, table: SQL) =>
  ctx.locale === 'fr' ? sql`${table}.name_fr` : sql`${table}.name_en`;

/** All things of one kind, as a query of `Mappable` rows. */
function every(ctx: SignedIn, subject: MapSubject): SQL {
  const { locale } = ctx;
  const queries: Record<MapSubject, SQL> = {
    course: sql`select c.id, coalesce(t.title, c.slug) as name, '' as within, c.id as owner from course c
      left join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
        where v.course_id = c.id and v.published_at is not null
        order by v.number desc, x.language = ${locale} desc, x.language = c.source_language desc limit 1) t on true
      where c.archived_at is null`,
    workRole: sql`select w.id, ${name(ctx, sql`w`)} as name, w.code as within, null::uuid as owner from work_role w
      where w.archived_at is null`,
    exerciseRole: sql`select r.id, ${name(ctx, sql`r`)} as name, ${name(ctx, sql`e`)} as within, e.id as owner
      from exercise_role r join exercise e on e.id = r.exercise_id where e.cancelled_at is null`,
    questionCategory: sql`select c.id, c.name, coalesce(p.name, '') as within, null::uuid as owner
      from question_category c left join question_category p on p.id = c.parent_id`,
    question: sql`select q.id, q.name, c.name as within, null::uuid as owner
      from bank_question q join question_category c on c.id = q.category_id where q.archived_at is null`,
  };
  return queries[subject];
}

/** Those of one kind whose mappings are the actor's to say. */
function own(ctx: SignedIn, subject: MapSubject): SQL {
  const owners = mapsOfSubject(ctx.actor, subject);
  return owners === null
    ? sql`select * from (${every(ctx, subject)}) m`
    : sql`select * from (${every(ctx, subject)}) m where m.owner in ${idsIn(owners)}`;
}

/** The kinds the actor maps something of. */
export const kindsMapped = (ctx: SignedIn): MapSubject[] =>
  mapSubjects.filter((subject) => mapsOfSubject(ctx.actor, subject)?.length !== 0);

/** Things of one kind by name, each with how much it is mapped to. */
export async function listMappable(
  ctx: SignedIn,
  input: { subject: MapSubject; query?: string; after?: string },
) {
  found(mapsAnything(ctx.actor) || undefined);
  const cursor = readCursor(input.after);
  const like = `%${(input.query ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await ctx.tx.execute<Mappable & { titles: string[] | null; count: number }>(sql`
    select o.*, t.titles, coalesce(t.count, 0)::int as count from (${own(ctx, input.subject)}) o
    left join lateral (select count(*) as count, (array_agg(i.title order by i.code))[1:3] as titles
      from competency_map m join framework_item i on i.id = m.item_id
      where m.subject = ${input.subject} and m.subject_id = o.id) t on true
    where unaccent(o.name || ' ' || o.within) ilike unaccent(${like})
      and ${cursor ? sql`(o.name, o.id) > (${cursor.value}, ${cursor.id}::uuid)` : sql`true`}
    order by o.name, o.id limit ${PAGE + 1}`);
  const shown = [...rows].slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    kinds: kindsMapped(ctx),
    items: shown.map(({ owner: _, titles, ...row }) => ({ ...row, titles: titles ?? [] })),
    more: last ? writeCursor(last.name, last.id) : null,
  };
}

/** One thing the actor may map, or NOT_FOUND. */
export async function mappable(ctx: SignedIn, subject: MapSubject, subjectId: string) {
  const [row] = await ctx.tx.execute<Mappable>(
    sql`select * from (${own(ctx, subject)}) o where o.id = ${subjectId}::uuid`,
  );
  return found(row);
}

/** Which of these mapped things are the actor's, of all the kinds they map, with their names. */
export async function namesOfMapped(ctx: SignedIn, ids: readonly string[]) {
  const kinds = kindsMapped(ctx);
  if (ids.length === 0 || kinds.length === 0) return new Map<string, Mappable>();
  const each = kinds.map(
    (subject) => sql`select * from (${own(ctx, subject)}) o where o.id in ${idsIn(ids)}`,
  );
  const rows = await ctx.tx.execute<Mappable>(sql.join(each, sql` union all `));
  return new Map([...rows].map((row) => [row.id, row]));
}
