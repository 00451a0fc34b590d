import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { plainText } from '../../markdown/plain-text.ts';

type Words = {
  contributionId: string;
  threadId: string;
  markingId: string;
  level: number;
  source: string;
  names: ReadonlyMap<string, string>;
  /** For whom and when it was written, where that is not the actor and now. */
  written?: { partyId: string; at: Date };
};

/** Most characters of one entry that the index holds: a tsvector has an end. */
const MOST_INDEXED = 60_000;

/** Puts an entry's words into the search index, where its level allows them to stand in the clear. */
export async function indexWords(ctx: SignedIn, words: Words): Promise<void> {
  const text = indexText(words.source, words.names);
  const at = words.written ? sql`${words.written.at.toISOString()}::timestamptz` : sql`now()`;
  await ctx.tx.execute(sql`
    select concord.index_words(${words.contributionId}::uuid, ${words.threadId}::uuid, ${words.markingId}::uuid,
      ${words.written?.partyId ?? ctx.actor.partyId}::uuid, ${at}, ${text})
    from level where rank = ${words.level} and search_index`);
}

/** Takes an entry's words out of the search index. */
export async function unindexWords(ctx: SignedIn, contributionId: string): Promise<void> {
  await ctx.tx.execute(sql`select concord.unindex_words(${contributionId}::uuid)`);
}

/** Puts the words of parts into the index, where the levels of the part and of its entry allow them to stand in the clear. */
export async function indexParts(
  ctx: Pick<SignedIn, 'tx'>,
  parts: readonly { id: string; source: string }[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  if (parts.length === 0) return;
  const rows = parts.map(({ id, source }) => ({ id, content: indexText(source, names) }));
  await ctx.tx.execute(sql`
    select concord.index_part(r.id, r.content)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, content text)`);
}

/** Takes the words of parts that no longer stand in an entry out of the index. */
export async function keepParts(
  ctx: Pick<SignedIn, 'tx'>,
  contributionId: string,
  standing: readonly string[],
): Promise<void> {
  await ctx.tx.execute(sql`
    select concord.keep_parts(${contributionId}::uuid, ${`{${standing.join(',')}}`}::uuid[])`);
}

/** What the index holds of a text: its words, with the names of whom it mentions. */
export const indexText = (source: string, names: ReadonlyMap<string, string>) =>
  plainText(source, (id) => names.get(id.toLowerCase()) ?? null).slice(0, MOST_INDEXED);
