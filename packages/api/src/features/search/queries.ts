import { parties } from '@concord/db/schema/parties';
import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { myBodies, visibleBody } from '../bodies/queries.ts';
import { highlight, snippetAround } from '../contributions/rules.ts';
import { markingViews } from '../threads/marking-views.ts';
import { type Row, readRows, type Text, textsOf } from './rows.ts';
import { pageOf, wordsOf } from './rules.ts';
import type { searchInput } from './schemas.ts';

const SHOWN = 20;
/** Candidates looked at for a page, where a condition is asked of each that the index does not answer. */
const LOOKED_AT = 100;

type Input = z.infer<typeof searchInput>;

/** Contributions that hold the words, the newest first: found by id under READ, then read and opened as anywhere. */
export async function searchContributions(ctx: SignedIn, input: Input) {
  const words = wordsOf(input.query);
  const { ids, older } = words.length === 0 ? { ids: [], older: null } : await foundIds(ctx, input);
  const texts = await textsOf(ctx, await readRows(ctx, ids));
  return {
    query: input.query,
    /** Whether there is anything to look for: a query of signs alone, or of words left out, has none. */
    searched: words.length > 0,
    ...(await foundOf(ctx, texts, words)),
    older,
  };
}

type Found = { id: string; kept: boolean };

/** Narrowed by the index where it can, else by looking at each of the newest that hold the words. */
async function foundIds(ctx: SignedIn, input: Input) {
  const { body, party, kind, file, until, since } = await conditionsOf(ctx, input);
  const looked = input.hasFile || input.until || input.kind ? LOOKED_AT : SHOWN + 1;
  const rows = await ctx.tx.execute<Found>(sql`
    select c.id, (c.removed_at is null and ${kind} and ${file} and ${until}) as kept
    from concord.search(${input.query}, ${startOf(input)}, ${body}::uuid, ${party}::uuid, ${since}, ${looked}) s
    join contribution c on c.id = s.contribution_id order by c.id desc`);
  return pageOf(rows, looked, SHOWN);
}

type Narrowed = Pick<Input, 'bodyCode' | 'partyCode' | 'kind' | 'from' | 'until' | 'hasFile'>;

/** What a search is narrowed to, in SQL: of a contribution `c`, where it says one. */
export async function conditionsOf(ctx: SignedIn, input: Narrowed) {
  return {
    body: await bodyId(ctx, input.bodyCode),
    party: await partyId(ctx, input.partyCode),
    kind: input.kind ? sql`c.kind = ${input.kind}` : sql`true`,
    file: input.hasFile ? sql`exists (select 1 from file f where f.contribution_id = c.id)` : sql`true`,
    until: input.until ? sql`c.created_at < ${dayEdge(input.until, 1)}` : sql`true`,
    since: input.from ? dayEdge(input.from, 0) : sql`null::timestamptz`,
  };
}

/** The first instant of a day at headquarters, or of a day later. */
export function dayEdge(day: string, later: 0 | 1) {
  return sql`((${day}::date + ${later}::integer)::timestamp at time zone (select time_zone from system_setting))`;
}

/** Where to begin: ids sort by the time they were made, so nothing after the last day need be looked at. */
export function startOf({ before, until }: Pick<Input, 'before' | 'until'>) {
  const seen = sql`${before ?? null}::uuid`;
  if (!until) return seen;
  // A minute later, for clocks that differ; what is too young is left out by its own instant.
  const at = sql`(extract(epoch from ${dayEdge(until, 1)}) * 1000)::bigint + 60000`;
  return sql`least(${seen}, (lpad(to_hex(${at}), 12, '0') || repeat('0', 20))::uuid)`;
}

async function bodyId(ctx: SignedIn, code: string | undefined): Promise<string | null> {
  return code === undefined ? null : (await visibleBody(ctx, code)).id;
}

async function partyId(ctx: SignedIn, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  const [row] = await ctx.tx.select({ id: parties.id }).from(parties).where(eq(parties.code, code));
  return found(row).id;
}

/** What a search can be narrowed to: the bodies the person sits in, and the parties that speak for themselves. */
export async function searchChoices(ctx: SignedIn) {
  const name = ctx.locale === 'fr' ? parties.nameFr : parties.nameEn;
  return {
    bodies: (await myBodies(ctx)).map((body) => ({ code: body.code, name: body.name })),
    parties: await ctx.tx
      .select({ code: parties.code, name })
      .from(parties)
      .where(isNull(parties.nationId))
      .orderBy(asc(name)),
  };
}

/** Entries that were found, as results: the words around the match, who wrote them, and the markings of what is shown. */
export async function foundOf(ctx: SignedIn, texts: readonly Text[], words: readonly string[]) {
  return {
    results: texts.map(({ row, text }) => ({
      ...resultOf(row, ctx.locale),
      parts: highlight(snippetAround(text, words), words),
    })),
    markings: await markingViews(ctx, [...new Set(texts.flatMap(({ markingIds }) => markingIds))]),
  };
}

function resultOf(row: Row, locale: 'en' | 'fr') {
  return {
    id: row.id,
    thread: { id: row.threadId, title: row.thread },
    bodyCode: row.bodyCode,
    author: `${row.given} ${row.family}`,
    party: { code: row.partyCode, name: locale === 'fr' ? row.partyFr : row.partyEn },
    markingId: row.markingId,
    at: row.createdAt.toISOString(),
  };
}
