import { silenceLetters } from '@concord/db/schema/silence';
import { files } from '@concord/db/schema/system';
import { asc, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { record } from '../../record/record.ts';
import { attachFiles } from '../../storage/store.ts';
import type { LoadedText } from '../texts/load.ts';

/** A scan of a letter, as it is shown beside the break it brought. */
export type Letter = { id: string; name: string; size: number };

/**
 * Hangs scans of the letter on the break that was entered from it: read from then on by whoever is told whose the break
 * is, and by nobody else.
 */
export async function attachLetters(
  ctx: SignedIn,
  text: LoadedText,
  { eventId, fileIds }: { eventId: string; fileIds: readonly string[] },
): Promise<void> {
  if (fileIds.length === 0) return;
  await ctx.tx.insert(silenceLetters).values(fileIds.map((fileId) => ({ fileId, eventId })));
  await attachFiles(ctx, fileIds, { container: 'text', containerId: text.id, markingId: text.markingId });
  // Without a thread and without the nation: the entry tells of no break that is kept to the chair.
  await record(ctx, {
    action: 'silence.attachLetter',
    subject: 'text',
    subjectId: text.id,
    markingId: text.markingId,
    details: { files: fileIds.length },
  });
}

/** The scans of letters of some breaks, as far as the person may read them. */
export async function lettersOf(
  ctx: Pick<SignedIn, 'tx'>,
  eventIds: readonly string[],
): Promise<Map<string, Letter[]>> {
  const letters = new Map<string, Letter[]>();
  if (eventIds.length === 0) return letters;
  const rows = await ctx.tx
    .select({ eventId: silenceLetters.eventId, id: files.id, name: files.name, size: files.size })
    .from(silenceLetters)
    .innerJoin(files, eq(files.id, silenceLetters.fileId))
    .where(inArray(silenceLetters.eventId, [...eventIds]))
    .orderBy(asc(files.name), asc(files.id));
  for (const { eventId, ...letter } of rows) letters.set(eventId, [...(letters.get(eventId) ?? []), letter]);
  return letters;
}
