import { positions } from '@concord/db/schema/texts';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { dominates } from '../../marking/rules.ts';
import { record } from '../../record/record.ts';
import type { LoadedText } from '../texts/load.ts';
import { tellText } from '../texts/readers.ts';
import { assertReadable, expandMarking, markingById } from '../threads/expand-marking.ts';
import type { MarkingInput } from '../threads/schemas.ts';
import type { Refusal } from './rules.ts';

/** The marking of what a nation says beside a text: the text's, or one chosen that is no wider. */
export async function besideMarking(ctx: SignedIn, text: LoadedText, chosen?: MarkingInput): Promise<string> {
  if (!chosen) return text.markingId;
  const marking = await expandMarking(ctx, chosen);
  assertReadable(ctx, marking);
  if (!dominates(marking, text.marking)) throw fieldError('marking', 'marking.widerThanText');
  return internMarking(ctx, marking);
}

/** A marking as it stands, as long as it is no wider than the text's: else the text's. */
export async function keptMarking(ctx: SignedIn, text: LoadedText, markingId: string): Promise<string> {
  const kept = await markingById(ctx, markingId);
  return dominates(kept, text.marking) ? markingId : text.markingId;
}

/** Ends what the person's nation says: of one version, or of the text as a whole. The markings of what was ended. */
export async function endLive(
  ctx: SignedIn,
  of: { versionId: string } | { textId: string },
  at: Date,
): Promise<string[]> {
  const where = 'versionId' in of ? eq(positions.versionId, of.versionId) : eq(positions.textId, of.textId);
  const own = eq(positions.partyId, ctx.actor.partyId);
  const ended = await ctx.tx
    .update(positions)
    .set({ endedAt: at })
    .where(and(where, own, isNotNull(positions.releasedAt), isNull(positions.endedAt)))
    .returning({ markingId: positions.markingId });
  return ended.map((one) => one.markingId);
}

/** Ends one position of the person's nation. */
export async function endPosition(ctx: SignedIn, id: string, at: Date): Promise<void> {
  await ctx.tx
    .update(positions)
    .set({ endedAt: at })
    .where(and(eq(positions.id, id), isNull(positions.endedAt)));
}

/**
 * Tells open rooms that what a nation says has changed: those who could read what was ended, and those who may read
 * what stands now. Whoever may read neither hears nothing.
 */
export async function tellSaid(
  ctx: SignedIn,
  text: LoadedText,
  markingIds: readonly string[],
): Promise<void> {
  for (const id of new Set(markingIds)) {
    const marking = id === text.markingId ? text.marking : await markingById(ctx, id);
    await tellText(ctx, text, { seatedOnly: true, marking });
  }
}

/** Tells the own delegation's open rooms, and nobody else's, that something was prepared, changed or taken back. */
export function tellDelegation(ctx: SignedIn, text: LoadedText): Promise<void> {
  return tellText(ctx, text, { delegationOf: ctx.actor.partyId });
}

/** An act refused: by right, or because somebody else was there first. */
export function refused(key: Refusal | 'position.noLongerSaid' | 'position.noLongerPrepared'): AppError {
  const late = key === 'position.alreadyPrepared' || key.startsWith('position.noLonger');
  return new AppError(late ? 'CONFLICT' : 'FORBIDDEN', key);
}

/**
 * Writes down what was done about a position. What is only prepared names no thread, so that its entry is sealed with
 * all others and shown to nobody: another delegation must not learn that something is being prepared.
 */
export function recordPosition(
  ctx: SignedIn,
  text: LoadedText,
  done: {
    action: 'take' | 'prepare' | 'release' | 'takeBack' | 'lift';
    subjectId: string;
    markingId: string;
  },
): Promise<void> {
  const inside = done.action === 'prepare' || done.action === 'takeBack';
  return record(ctx, {
    action: `position.${done.action}`,
    subject: 'position',
    subjectId: done.subjectId,
    threadId: inside ? undefined : (text.threadId ?? undefined),
    markingId: done.markingId,
    details: { textId: text.id },
  });
}
