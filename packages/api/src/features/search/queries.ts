import { bodies, contributions, threads } from '@concord/db/schema/consultation';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { opener } from '../../sealing/sealing.ts';
import { contributionAad, readContent } from '../contributions/content.ts';
import { namesById } from '../contributions/names.ts';
import { highlight, mentionsIn, snippetAround } from '../contributions/rules.ts';
import { markingViews } from '../threads/marking-views.ts';
import { wordsOf } from './rules.ts';
import type { searchInput } from './schemas.ts';

const SHOWN = 20;

/** Contributions that hold the words, the newest first: found by id under READ, then read and opened as anywhere. */
export async function searchContributions(ctx: SignedIn, input: z.infer<typeof searchInput>) {
  const ids = await foundIds(ctx, input);
  const shown = ids.slice(0, SHOWN);
  const rows = await readRows(ctx, shown);
  const words = wordsOf(input.query);
  const results = [];
  for (const row of rows)
    results.push({ ...resultOf(row, ctx.actor.locale), parts: await partsOf(ctx, row, words) });
  return {
    query: input.query,
    results,
    markings: await markingViews(
      ctx,
      rows.map((row) => row.markingId),
    ),
    older: ids.length > SHOWN ? (shown.at(-1) ?? null) : null,
  };
}

async function foundIds(ctx: SignedIn, input: z.infer<typeof searchInput>): Promise<string[]> {
  const rows = await ctx.tx.execute<{ contribution_id: string }>(sql`
    select s.contribution_id from concord.search(${input.query}, ${input.before ?? null}::uuid, null::uuid, null::uuid,
      null::timestamptz, ${SHOWN + 1}) s`);
  return rows.map((row) => row.contribution_id);
}

async function readRows(ctx: SignedIn, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.tx
    .select({
      id: contributions.id,
      threadId: threads.id,
      thread: threads.title,
      bodyCode: bodies.code,
      given: people.givenName,
      family: people.familyName,
      partyCode: parties.code,
      partyEn: parties.nameEn,
      partyFr: parties.nameFr,
      markingId: contributions.markingId,
      sealed: contributions.sealed,
      revision: contributions.revision,
      createdAt: contributions.createdAt,
    })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .innerJoin(bodies, eq(bodies.id, threads.bodyId))
    .innerJoin(people, eq(people.id, contributions.authorId))
    .innerJoin(parties, eq(parties.id, contributions.partyId))
    .where(and(inArray(contributions.id, [...ids]), isNull(contributions.removedAt)))
    .orderBy(desc(contributions.id));
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

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

async function partsOf(ctx: SignedIn, row: Row, words: readonly string[]) {
  const open = await opener(ctx, row.threadId);
  const { source } = readContent(open(row.sealed, contributionAad(row.id, row.revision)));
  const names = await namesById(ctx, mentionsIn(source));
  const text = plainText(source, (id) => names.get(id.toLowerCase()) ?? null);
  return highlight(snippetAround(text, words), words);
}
