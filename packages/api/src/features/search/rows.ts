import { kept } from '@concord/db/kept';
import { bodies, contributions, threads } from '@concord/db/schema/consultation';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { htmlText } from '../../markdown/html-text.ts';
import { openers } from '../../sealing/sealing.ts';
import { type Content, contributionAad, readContent } from '../contributions/content.ts';
import { partsOf, portionsOf } from '../contributions/portion-reading.ts';

const rowsById = kept((tx) =>
  tx
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
    .where(
      and(sql`${contributions.id} = any(${sql.placeholder('ids')}::uuid[])`, isNull(contributions.removedAt)),
    )
    .orderBy(desc(contributions.id)),
);

/** Entries by their ids, as far as the person may read them, the newest first. */
export async function readRows(ctx: SignedIn, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return rowsById(ctx.tx, { ids: `{${ids.join(',')}}` }, undefined);
}

export type Row = Awaited<ReturnType<typeof readRows>>[number];

/** An entry in words, as its reader has it: its own and those of the parts they may read, with the markings of these. */
export type Text = { row: Row; text: string; markingIds: string[] };

/** Opens entries of several threads at once. */
export async function textsOf(ctx: SignedIn, rows: readonly Row[]): Promise<Text[]> {
  const open = await openers(ctx, [...new Set(rows.map((row) => row.threadId))]);
  const opened = rows.flatMap((row): { row: Row; content: Content }[] => {
    const sealed = open.get(row.threadId)?.(row.sealed, contributionAad(row.id, row.revision));
    return sealed === undefined ? [] : [{ row, content: readContent(sealed) }];
  });
  const thread = new Map(rows.map((row) => [row.id, row.threadId]));
  const portions = await portionsOf(
    ctx,
    opened.map(({ content }) => content),
    (contributionId) => open.get(thread.get(contributionId) ?? ''),
  );
  const texts: Text[] = [];
  for (const { row, content } of opened) {
    const parts = await partsOf(ctx, content, portions, { id: row.id, locale: ctx.locale });
    const html = parts ? parts.map((part) => part.html).join('\n') : content.html;
    const marked = (parts ?? []).flatMap(({ portion }) => portion?.markingId ?? []);
    texts.push({ row, text: htmlText(html), markingIds: [row.markingId, ...marked] });
  }
  return texts;
}
