import { newId } from '@concord/db/ids';
import { decisionReferences, decisions } from '@concord/db/schema/decisions';
import { textVersions } from '@concord/db/schema/texts';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { laysTexts, makesVersions } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { createText } from '../texts/commands.ts';
import { openVersion, textForReading } from '../texts/load.ts';
import { makeVersion } from '../texts/versions.ts';
import { decisionForReading } from './load.ts';
import type { followInput, unreferInput } from './schemas.ts';

/**
 * Lays a new text that corrects, replaces or follows a decision, with the decision's words and its marking to begin
 * from. What was decided stands; the new text's own decision will name it with its hash.
 */
export async function followDecision(ctx: SignedIn, input: z.infer<typeof followInput>) {
  const decision = await decisionForReading(ctx, input.decisionId);
  authorize(laysTexts(ctx.actor, decision.body.id));
  const old = await textForReading(ctx, decision.textId);
  const { level, releasableTo, onlyFor, caveats } = old.marking;
  const { textId } = await createText(ctx, {
    commandId: input.commandId,
    bodyCode: old.body.code,
    title: input.title,
    reference: old.reference,
    marking: { level, releasableTo: [...releasableTo], onlyFor: [...onlyFor], caveats: [...caveats] },
    withThread: false,
  });
  await refer(ctx, textId, input);
  if (makesVersions(ctx.actor, old.body.id)) await beginFrom(ctx, textId, decision.id);
  return { textId };
}

async function refer(
  ctx: SignedIn,
  textId: string,
  { decisionId, relation }: Pick<z.infer<typeof followInput>, 'decisionId' | 'relation'>,
): Promise<void> {
  await ctx.tx.insert(decisionReferences).values({
    id: newId(),
    textId,
    decisionId,
    relation,
    addedBy: ctx.actor.personId,
    addedAt: ctx.now,
  });
  await recordReference(ctx, 'refer', { textId, decisionId });
}

/** The first version says what was decided; the chair changes it from there. */
async function beginFrom(ctx: SignedIn, textId: string, decisionId: string): Promise<void> {
  const [version] = await ctx.tx
    .select({ version: textVersions })
    .from(decisions)
    .innerJoin(textVersions, eq(textVersions.id, decisions.versionId))
    .where(eq(decisions.id, decisionId));
  const { paragraphs } = await openVersion(ctx, found(version).version);
  const plain = paragraphs.map((one) => ({ ...one, id: newId(), parts: withoutBrackets(one.parts) }));
  await makeVersion(ctx, {
    ...{ commandId: newId(), textId, base: 0, paragraphs: plain, note: '', kept: [], takesIn: [] },
  });
}

type Parts = Awaited<ReturnType<typeof openVersion>>['paragraphs'][number]['parts'];

/** Brackets that nobody kept left their words; gaps stay gaps, under ids of their own. */
function withoutBrackets(parts: Parts): Parts {
  return parts.map((part) => {
    if (!('bracket' in part)) return part;
    if (part.kind !== 'placeholder') return { text: part.options.map(({ text }) => text).join(' ') };
    return { ...part, bracket: newId(), options: part.options.map((option) => ({ ...option, id: newId() })) };
  });
}

/** Takes a reference back, as long as nothing was decided on the text. */
export async function unrefer(ctx: SignedIn, { textId, decisionId }: z.infer<typeof unreferInput>) {
  const text = await textForReading(ctx, textId);
  authorize(laysTexts(ctx.actor, text.body.id));
  const gone = await ctx.tx
    .delete(decisionReferences)
    .where(and(eq(decisionReferences.textId, textId), eq(decisionReferences.decisionId, decisionId)))
    .returning({ id: decisionReferences.id });
  if (gone.length === 0) throw new AppError('CONFLICT', 'decisions.referenceStands');
  await recordReference(ctx, 'unrefer', { textId, decisionId });
  return { textId };
}

function recordReference(
  ctx: SignedIn,
  what: string,
  { textId, decisionId }: { textId: string; decisionId: string },
) {
  return record(ctx, {
    ...{ action: `decision.${what}`, subject: 'text', subjectId: textId, details: { decision: decisionId } },
  });
}
