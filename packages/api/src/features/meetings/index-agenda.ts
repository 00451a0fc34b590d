import { meetingFiles } from '@concord/db/schema/meetings';
import { files } from '@concord/db/schema/system';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { itemsOf, meetingForReading } from './load.ts';

/** What papers of meetings are called, by the item they hang on, or the meeting; those the person may read. */
export async function documentNames(ctx: Pick<Context, 'tx'>, meetingIds: readonly string[]) {
  const rows = await ctx.tx
    .select({ meetingId: meetingFiles.meetingId, itemId: meetingFiles.itemId, name: files.name })
    .from(meetingFiles)
    .innerJoin(files, eq(files.id, meetingFiles.fileId))
    .where(inArray(meetingFiles.meetingId, [...meetingIds]))
    .orderBy(asc(files.name), asc(files.id));
  const names = new Map<string, string[]>();
  for (const { meetingId, itemId, name } of rows) {
    const at = itemId ?? meetingId;
    names.set(at, [...(names.get(at) ?? []), name]);
  }
  return names;
}

/**
 * Puts what a meeting and its items say into the search index, each under its own marking, as far as whoever changed them
 * reads them: words of items that they do not see stay as they are.
 */
export async function indexAgenda(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  meetingId: string,
): Promise<void> {
  const meeting = await meetingForReading(ctx, meetingId);
  const items = await itemsOf(ctx, meetingId);
  const names = await documentNames(ctx, [meetingId]);
  const papers = (id: string) => (names.get(id) ?? []).join('\n');
  const rows = [
    { item: null, content: [meeting.title, papers(meeting.id)].join('\n') },
    ...items.map(({ id, words: { title, lead, note } }) => ({
      item: id,
      content: [title, lead, note, papers(id)].join('\n'),
    })),
  ];
  await ctx.tx.execute(sql`
    select concord.index_agenda(${meetingId}::uuid, r.item, r.content)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (item uuid, content text)`);
}

/** One item by itself; what was taken off an agenda leaves no words behind. */
export async function indexItem(
  ctx: Pick<Context, 'tx'>,
  meetingId: string,
  { id, content }: { id: string; content: string },
): Promise<void> {
  await ctx.tx.execute(sql`select concord.index_agenda(${meetingId}::uuid, ${id}::uuid, ${content})`);
}
