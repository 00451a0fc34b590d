import { newId } from '@concord/db/ids';
import { bracketHolders, paragraphStandings } from '@concord/db/schema/texts';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { authorityIn } from './authority.ts';
import { holdingsOf } from './beside.ts';
import type { holdInput, standingInput } from './inputs.ts';
import { type LoadedText, lockBrackets, openVersion, textForReading, versionOf } from './load.ts';
import { tellText } from './readers.ts';
import { liveBrackets } from './rules.ts';
import { assertDelegate } from './tabling.ts';

type Hold = z.infer<typeof holdInput>;

/** Keeps words of a bracket in the text for one's nation, as long as the bracket stands. */
export async function holdBracket(ctx: SignedIn, input: Hold) {
  const text = await textForHolding(ctx, input.textId);
  const version = await versionOf(ctx, text.id);
  const { paragraphs } = await openVersion(ctx, version);
  const live = liveBrackets(paragraphs, await holdingsOf(ctx, text.id));
  const option = live
    .find((one) => one.bracket.bracket === input.bracketId)
    ?.bracket.options.find((one) => one.id === input.optionId);
  if (!option) throw new AppError('CONFLICT', 'texts.bracketGone');
  const { personId, partyId } = ctx.actor;
  const { bracketId, optionId } = input;
  await ctx.tx
    .insert(bracketHolders)
    .values({ id: newId(), textId: text.id, bracketId, optionId, partyId, heldBy: personId, heldAt: ctx.now })
    .onConflictDoNothing();
  return done(ctx, text, 'hold', bracketId);
}

/** Lets go of them: where nobody keeps them any more, the brackets vanish. */
export async function letGoOfBracket(ctx: SignedIn, input: Hold) {
  const text = await textForHolding(ctx, input.textId);
  await ctx.tx
    .update(bracketHolders)
    .set({ droppedBy: ctx.actor.personId, droppedAt: ctx.now })
    .where(
      and(
        eq(bracketHolders.textId, text.id),
        eq(bracketHolders.bracketId, input.bracketId),
        eq(bracketHolders.optionId, input.optionId),
        eq(bracketHolders.partyId, ctx.actor.partyId),
        isNull(bracketHolders.droppedAt),
      ),
    );
  return done(ctx, text, 'letGo', input.bracketId);
}

async function textForHolding(ctx: SignedIn, textId: string): Promise<LoadedText> {
  const text = await textForReading(ctx, textId);
  await lockBrackets(ctx, text.id);
  await assertDelegate(ctx, text);
  return text;
}

async function done(ctx: SignedIn, text: LoadedText, what: string, bracketId: string) {
  await record(ctx, {
    action: `bracket.${what}`,
    subject: 'bracket',
    subjectId: bracketId,
    markingId: text.markingId,
  });
  await tellText(ctx, text);
  return { textId: text.id };
}

/** Says where the chair sees a paragraph of the newest version stand. */
export async function setStanding(ctx: SignedIn, input: z.infer<typeof standingInput>) {
  const text = await textForReading(ctx, input.textId);
  authorize(makesVersions(ctx.actor, text.body.id));
  const held = await authorityIn(ctx, text.body.id);
  authorize(held.some((one) => one.role === 'chair'));
  const version = await versionOf(ctx, text.id);
  const { paragraphs } = await openVersion(ctx, version);
  const { paragraphId, standing } = input;
  if (!paragraphs.some((paragraph) => paragraph.id === paragraphId))
    throw fieldError('paragraphId', 'texts.noParagraph');
  await ctx.tx.insert(paragraphStandings).values({
    id: newId(),
    textId: text.id,
    paragraphId,
    versionId: version.id,
    standing,
    setBy: ctx.actor.personId,
    setAt: ctx.now,
  });
  await record(ctx, {
    action: 'paragraph.standing',
    subject: 'paragraph',
    subjectId: paragraphId,
    markingId: text.markingId,
    details: { standing },
  });
  await tellText(ctx, text, { seatedOnly: true });
  return { textId: text.id };
}
