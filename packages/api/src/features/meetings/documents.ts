import { meetingFiles } from '@concord/db/schema/meetings';
import { files } from '@concord/db/schema/system';
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { attachFiles, removeFile } from '../../storage/store.ts';
import { assertAttachable } from '../contributions/sources.ts';
import { recordMeeting } from './commands.ts';
import { noteChanges } from './events.ts';
import { indexAgenda } from './index-agenda.ts';
import { itemsOf, meetingForPlanning } from './load.ts';
import type { attachInput } from './schemas.ts';
import { tellMeeting } from './tell.ts';

/** The documents of a meeting and of its items, as far as the person may read them. */
export async function documentsOf(ctx: SignedIn, meetingId: string) {
  return ctx.tx
    .select({
      id: files.id,
      itemId: meetingFiles.itemId,
      name: files.name,
      size: files.size,
      mediaType: files.mediaType,
    })
    .from(meetingFiles)
    .innerJoin(files, eq(files.id, meetingFiles.fileId))
    .where(eq(meetingFiles.meetingId, meetingId))
    .orderBy(asc(files.name), asc(files.id));
}

/** Hangs uploads on a meeting or on one of its items: read from then on by whoever reads that. */
export async function attachDocuments(ctx: SignedIn, input: z.infer<typeof attachInput>) {
  const meeting = await meetingForPlanning(ctx, input.meetingId);
  const items = input.itemId ? await itemsOf(ctx, meeting.id) : [];
  const item = input.itemId ? found(items.find(({ id }) => id === input.itemId)) : null;
  await assertAttachable(ctx, input.fileIds);
  const itemId = item?.id ?? null;
  await ctx.tx
    .insert(meetingFiles)
    .values(input.fileIds.map((fileId) => ({ fileId, meetingId: meeting.id, itemId })));
  const { markingId, marking } = item ?? meeting;
  await attachFiles(ctx, input.fileIds, { container: 'meeting', containerId: meeting.id, markingId });
  await indexAgenda(ctx, meeting.id);
  const added = (await documentsOf(ctx, meeting.id)).filter(({ id }) => input.fileIds.includes(id));
  await noteChanges(
    ctx,
    meeting,
    added.map(({ name }) => ({
      kind: 'fileAdded' as const,
      itemId: itemId ?? undefined,
      words: { title: name },
    })),
  );
  await recordMeeting(ctx, { id: meeting.id, markingId }, 'attach', { files: input.fileIds.length });
  await tellMeeting(ctx, meeting, marking);
  return { meetingId: meeting.id };
}

/** Takes a document away: the row now, the bytes once that is committed. */
export async function detachDocument(ctx: SignedIn, { fileId }: { fileId: string }) {
  const [row] = await ctx.tx
    .select({ meetingId: meetingFiles.meetingId, itemId: meetingFiles.itemId, name: files.name })
    .from(meetingFiles)
    .innerJoin(files, eq(files.id, meetingFiles.fileId))
    .where(eq(meetingFiles.fileId, fileId));
  const { meetingId, itemId, name } = found(row);
  const meeting = await meetingForPlanning(ctx, meetingId);
  const items = await itemsOf(ctx, meetingId);
  const { markingId, marking } = items.find(({ id }) => id === itemId) ?? meeting;
  await removeFile(ctx, fileId);
  await indexAgenda(ctx, meetingId);
  const change = { kind: 'fileRemoved' as const, itemId: itemId ?? undefined, words: { title: name } };
  await noteChanges(ctx, meeting, [change]);
  await recordMeeting(ctx, { id: meetingId, markingId }, 'detach', { file: fileId });
  await tellMeeting(ctx, meeting, marking);
  return { meetingId };
}
