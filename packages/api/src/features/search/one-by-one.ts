import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { visibleBody } from '../bodies/queries.ts';
import { threadForReading } from '../threads/load.ts';
import { holds, wantedBy } from './matching.ts';
import { conditionsOf, foundOf } from './queries.ts';
import { readRows, textsOf } from './rows.ts';
import { wordsOf } from './rules.ts';
import type { inThreadInput, unindexedInput } from './schemas.ts';

/** Threads offered at once; the rest by a narrower search. */
const MOST_THREADS = 100;
/** Entries opened for one answer, so that none takes long and the reader can stop between two. */
const OPENED = 200;

/** Entries no word of which, or of one of whose parts, stands in the index: their level keeps none. */
const unindexed = sql`(c.marking_id in (select m.id from marking m join level l on l.rank = m.level where not l.search_index)
  or exists (select from contribution_portion p join marking m on m.id = p.marking_id join level l on l.rank = m.level
    where p.contribution_id = c.id and not l.search_index))`;

/** The threads the person may read that hold entries of a level without an index, those with the newest first. */
export async function unindexedThreads(ctx: SignedIn, { bodyCode }: z.infer<typeof unindexedInput>) {
  const levels = await ctx.tx.execute<{ name: string }>(sql`
    select ${ctx.locale === 'fr' ? sql`name_fr` : sql`name_en`} as name from level where not search_index order by rank`);
  if (levels.length === 0) return { levels: [], threads: [], more: false };
  const body =
    bodyCode === undefined ? sql`true` : sql`t.body_id = ${(await visibleBody(ctx, bodyCode)).id}::uuid`;
  const rows = await ctx.tx.execute<{ id: string; title: string; body: string; entries: number }>(sql`
    select t.id, t.title, b.code as body, count(*)::int as entries
    from contribution c join thread t on t.id = c.thread_id join body b on b.id = t.body_id
    where c.removed_at is null and ${unindexed} and ${body}
    group by t.id, t.title, b.code order by max(c.id::text) desc limit ${MOST_THREADS + 1}`);
  return {
    levels: levels.map(({ name }) => name),
    threads: rows
      .slice(0, MOST_THREADS)
      .map(({ id, title, body: code, entries }) => ({ id, title, bodyCode: code, entries })),
    more: rows.length > MOST_THREADS,
  };
}

/**
 * Looks for the words in one thread by opening its entries, the newest first, as far as one answer goes. Nothing is kept:
 * the words are compared and forgotten.
 */
export async function searchThread(ctx: SignedIn, input: z.infer<typeof inThreadInput>) {
  const thread = await threadForReading(ctx, input.threadId);
  const wanted = wantedBy(input.query);
  const { kind, file, until, since, party } = await conditionsOf(ctx, input);
  const ids = await ctx.tx.execute<{ id: string }>(sql`
    select c.id from contribution c
    where c.thread_id = ${thread.id}::uuid and c.removed_at is null and ${unindexed} and ${kind} and ${file} and ${until}
      and (${since} is null or c.created_at >= ${since}) and (${party}::uuid is null or c.party_id = ${party}::uuid)
      and (${input.before ?? null}::uuid is null or c.id < ${input.before ?? null}::uuid)
    order by c.id desc limit ${OPENED + 1}`);
  const looked = ids.slice(0, OPENED).map(({ id }) => id);
  const texts = wanted.length === 0 ? [] : await textsOf(ctx, await readRows(ctx, looked));
  const hits = texts.filter(({ text }) => holds(text, wanted));
  return {
    ...(await foundOf(ctx, hits, wordsOf(input.query))),
    looked: looked.length,
    older: ids.length > OPENED ? (looked.at(-1) ?? null) : null,
  };
}
