import { newId } from '@concord/db/ids';
import { marginNotes } from '@concord/db/schema/texts';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { type Authority, delegates, mayChangeNote, mayRemoveNote } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { authorityIn, instantNow } from '../texts/authority.ts';
import { type LoadedText, openVersion, textForReading, versionOf } from '../texts/load.ts';
import { tellText } from '../texts/readers.ts';
import { marginAad, marginContainer } from '../texts/seals.ts';
import { type changeNoteInput, MOST_NOTES, type removeNoteInput, type writeNoteInput } from './schemas.ts';

/** Writes a note beside a paragraph of the newest version, or beside the whole text, for the own delegation alone. */
export async function writeNote(ctx: SignedIn, input: z.infer<typeof writeNoteInput>) {
  const text = await textForReading(ctx, input.textId);
  authorize(delegates(await authorityIn(ctx, text.body.id)));
  await assertParagraph(ctx, text, input.paragraphId);
  await assertRoom(ctx, text);
  const id = newId();
  await ctx.tx.insert(marginNotes).values({
    id,
    textId: text.id,
    partyId: ctx.actor.partyId,
    paragraphId: input.paragraphId,
    sealed: await seal(ctx, text, id, input.words),
    writtenBy: ctx.actor.personId,
    writtenAt: await instantNow(ctx),
  });
  return done(ctx, text, 'write', id);
}

/** Gives a note of one's own other words. */
export async function changeNote(ctx: SignedIn, input: z.infer<typeof changeNoteInput>) {
  const { text, held, note } = await lockNote(ctx, input.noteId);
  authorize(mayChangeNote(ctx.actor, held, note), 'margin.notYours');
  await ctx.tx
    .update(marginNotes)
    .set({ sealed: await seal(ctx, text, note.id, input.words), changedAt: await instantNow(ctx) })
    .where(eq(marginNotes.id, note.id));
  return done(ctx, text, 'change', note.id);
}

/** Takes a note away, its words with it: whoever wrote it, or the head of the delegation. */
export async function removeNote(ctx: SignedIn, input: z.infer<typeof removeNoteInput>) {
  const { text, held, note } = await lockNote(ctx, input.noteId);
  authorize(mayRemoveNote(ctx.actor, held, note), 'margin.notYours');
  await ctx.tx
    .update(marginNotes)
    .set({ sealed: await seal(ctx, text, note.id, ''), removedAt: await instantNow(ctx) })
    .where(eq(marginNotes.id, note.id));
  return done(ctx, text, 'remove', note.id);
}

/** Whether the note that a repeated command answers with is still the person's own delegation's to read. */
export async function mayRereadNote(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { noteId } = result as { noteId: string };
  const rows = await ctx.tx
    .select({ id: marginNotes.id })
    .from(marginNotes)
    .where(eq(marginNotes.id, noteId));
  return rows.length > 0;
}

/** A note of the own delegation that is still there, held until the transaction ends; any other is not found. */
async function lockNote(ctx: SignedIn, noteId: string) {
  const own = and(
    eq(marginNotes.id, noteId),
    eq(marginNotes.partyId, ctx.actor.partyId),
    isNull(marginNotes.removedAt),
  );
  const [row] = await ctx.tx
    .select({ id: marginNotes.id, textId: marginNotes.textId, writtenBy: marginNotes.writtenBy })
    .from(marginNotes)
    .where(own)
    .for('update');
  const note = found(row);
  const text = await textForReading(ctx, note.textId);
  const held: Authority[] = await authorityIn(ctx, text.body.id);
  authorize(delegates(held));
  return { text, held, note };
}

async function assertParagraph(ctx: SignedIn, text: LoadedText, paragraphId: string | null): Promise<void> {
  if (paragraphId === null) return;
  const { paragraphs } = await openVersion(ctx, await versionOf(ctx, text.id));
  if (!paragraphs.some((one) => one.id === paragraphId)) throw fieldError('paragraphId', 'margin.paragraph');
}

async function assertRoom(ctx: SignedIn, text: LoadedText): Promise<void> {
  const own = and(
    eq(marginNotes.textId, text.id),
    eq(marginNotes.partyId, ctx.actor.partyId),
    isNull(marginNotes.removedAt),
  );
  const [kept] = await ctx.tx.select({ notes: count() }).from(marginNotes).where(own);
  if ((kept?.notes ?? 0) >= MOST_NOTES) throw new AppError('CONFLICT', 'margin.full', { count: MOST_NOTES });
}

const seal = (ctx: SignedIn, text: LoadedText, id: string, words: string) =>
  sealFor(ctx, marginContainer(text.id, ctx.actor.partyId), words, marginAad(id));

/**
 * Records it and tells the own delegation's open rooms. The entry has a marking and no thread, so it is sealed with
 * all others and shown to nobody; it does not say which text, for a note may tell that capitals are at work on one.
 */
async function done(ctx: SignedIn, text: LoadedText, what: 'write' | 'change' | 'remove', id: string) {
  await record(ctx, {
    action: `margin.${what}`,
    subject: 'margin',
    subjectId: id,
    markingId: text.markingId,
  });
  await tellText(ctx, text, { delegationOf: ctx.actor.partyId });
  return { noteId: id };
}
