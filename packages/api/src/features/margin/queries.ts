import { marginNotes } from '@concord/db/schema/texts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { isDelegated, mayChangeNote, mayRemoveNote } from '../../policies/texts.ts';
import { opener } from '../../sealing/sealing.ts';
import { namesById } from '../contributions/names.ts';
import { authorityIn } from '../texts/authority.ts';
import { type LoadedText, textForReading } from '../texts/load.ts';
import { marginAad, marginContainer } from '../texts/seals.ts';
import { MOST_NOTES } from './schemas.ts';

/**
 * What the person's own delegation keeps beside a text. Null for whoever sits in no delegation there: chair,
 * secretariat, a partner and an administrator have no margin and see nobody's.
 */
export async function marginOf(ctx: SignedIn, input: { textId: string }) {
  const text = await textForReading(ctx, input.textId);
  if (!isDelegated(ctx.actor, text.body.id)) return null;
  const rows = await noteRows(ctx, text);
  const held = await authorityIn(ctx, text.body.id);
  const names = await namesById(ctx, [...new Set(rows.map((row) => row.writtenBy))]);
  const open = rows.length > 0 ? await opener(ctx, marginContainer(text.id, ctx.actor.partyId)) : null;
  return {
    textId: text.id,
    notes: rows.map((row) => ({
      id: row.id,
      paragraphId: row.paragraphId,
      words: open?.(row.sealed, marginAad(row.id)) ?? '',
      by: names.get(row.writtenBy) ?? '',
      at: row.writtenAt.toISOString(),
      changedAt: row.changedAt?.toISOString() ?? null,
      may: {
        change: mayChangeNote(ctx.actor, held, row),
        remove: mayRemoveNote(ctx.actor, held, row),
      },
    })),
  };
}

/** The own delegation's notes in the order in which they were written; row security lets no other through. */
function noteRows(ctx: SignedIn, text: LoadedText) {
  return ctx.tx
    .select({
      id: marginNotes.id,
      paragraphId: marginNotes.paragraphId,
      sealed: marginNotes.sealed,
      writtenBy: marginNotes.writtenBy,
      writtenAt: marginNotes.writtenAt,
      changedAt: marginNotes.changedAt,
    })
    .from(marginNotes)
    .where(
      and(
        eq(marginNotes.textId, text.id),
        eq(marginNotes.partyId, ctx.actor.partyId),
        isNull(marginNotes.removedAt),
      ),
    )
    .orderBy(asc(marginNotes.id))
    .limit(MOST_NOTES);
}
