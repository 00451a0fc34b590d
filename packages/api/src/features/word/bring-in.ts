import { newId } from '@concord/db/ids';
import { amendments } from '@concord/db/schema/texts';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { record, recordAll } from '../../record/record.ts';
import { sealerFor } from '../../sealing/sealing.ts';
import { type LoadedText, textForReading, versionOf } from '../texts/load.ts';
import { tellText } from '../texts/readers.ts';
import { besideAad } from '../texts/seals.ts';
import { assertDelegate } from '../texts/tabling.ts';
import { type LaidProposal, layBeside, OtherText } from './lay.ts';
import type { bringInInput } from './schemas.ts';
import { readUpload } from './upload.ts';

type Input = z.infer<typeof bringInInput>;

/**
 * Tables the chosen changes of a capital's file as its nation's amendments: all of them, or none. The file is read
 * again, so that what is tabled is what the file says and not what a browser sends.
 */
export async function bringIn(ctx: SignedIn, input: Input) {
  const text = await textForReading(ctx, input.textId);
  await assertDelegate(ctx, text);
  const version = await versionOf(ctx, text.id);
  if (version.number !== input.base)
    throw new AppError('CONFLICT', 'texts.amendedOlder', { number: version.number });
  await lockNation(ctx, text);
  const proposals = await chosenOf(ctx, text, input);
  const seal = await sealerFor(ctx, text.id);
  const rows = proposals.map(({ proposal, reason }) => {
    const id = newId();
    const content = { words: proposal.words, reason };
    return {
      id,
      textId: text.id,
      baseVersionId: version.id,
      kind: proposal.kind,
      paragraphId: proposal.paragraphId,
      sealed: seal(JSON.stringify(content), besideAad('amendment', id)),
      markingId: text.markingId,
      partyId: ctx.actor.partyId,
      tabledBy: ctx.actor.personId,
      tabledAt: ctx.now,
      source: 'word' as const,
    };
  });
  await ctx.tx.insert(amendments).values(rows);
  await note(ctx, text, rows);
  await tellText(ctx, text, { seatedOnly: true });
  return { textId: text.id, amendmentIds: rows.map(({ id }) => id) };
}

/** One file of a nation after the other, until the transaction ends: what the first tabled, the second finds tabled. */
async function lockNation(ctx: SignedIn, text: LoadedText): Promise<void> {
  const what = `word:${text.id}:${ctx.actor.partyId}`;
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`);
}

/** The changes chosen, in the file's order; each once, and only what the preview let be chosen. */
async function chosenOf(ctx: SignedIn, text: LoadedText, { fileId, chosen }: Input) {
  const reasons = new Map(chosen.map(({ key, reason }) => [key, reason]));
  if (reasons.size < chosen.length) throw fieldError('chosen', 'invalid');
  const laid = await laidAgain(ctx, text, fileId);
  const proposals = laid.filter(({ key }) => reasons.has(key));
  const open = proposals.every(({ state }) => state === 'fresh' || state === 'changed');
  if (proposals.length < reasons.size || !open) throw new AppError('CONFLICT', 'word.shownOtherwise');
  return proposals.map((proposal) => ({ proposal, reason: reasons.get(proposal.key) ?? '' }));
}

async function laidAgain(ctx: SignedIn, text: LoadedText, fileId: string): Promise<LaidProposal[]> {
  const upload = await readUpload(ctx, fileId);
  if ('refused' in upload) throw new AppError('BAD_REQUEST', `word.${upload.refused.code}`);
  try {
    return (await layBeside(ctx, text, upload.file)).proposals;
  } catch (error) {
    if (error instanceof OtherText) throw new AppError('BAD_REQUEST', 'word.otherText');
    throw error;
  }
}

async function note(ctx: SignedIn, text: LoadedText, rows: readonly { id: string }[]): Promise<void> {
  const { markingId } = text;
  await record(ctx, {
    action: 'text.bringIn',
    subject: 'text',
    subjectId: text.id,
    markingId,
    details: { amendments: rows.length },
  });
  await recordAll(
    ctx,
    rows.map(({ id }) => ({ action: 'amendment.table', subject: 'amendment', subjectId: id, markingId })),
  );
}
