import { newId } from '@concord/db/ids';
import { decisionNumbers, decisions, signingKeys } from '@concord/db/schema/decisions';
import { desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { loadRecordKeys } from '../../record/keys.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import { besideAad } from '../texts/seals.ts';
import { type Agreed, composeSheet } from './compose.ts';
import { fingerprintOf } from './proof.ts';
import { decisionNumber, FIRST_PREVIOUS, placeAfter, signedText } from './rules.ts';
import { sha256, sheetText } from './sheet.ts';

/** One after the other within a body, until the transaction ends: numbers have no gap and the chain has one end. */
export async function lockNumbering({ tx }: Pick<Context, 'tx'>, bodyId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decisions:${bodyId}`}, 0))`);
}

/** What is agreed, without its number, and the silence it came from. */
export type Outcome = Omit<Agreed, 'number'> & { silenceId: string | null };

/**
 * Writes a decision under the body's lock, with the worker's role: number, sheet, hash, signature and place in the
 * chain, once. The place and the sheet are in the signature, so none of them can be changed afterwards.
 */
export async function writeDecision(ctx: Context, outcome: Outcome): Promise<{ id: string; number: string }> {
  const { text, version, effectiveAt, procedure, silenceId } = outcome;
  const { body } = text;
  const last = await lastOf(ctx, body.id);
  const place = placeAfter(last, Number(dayIn(effectiveAt, body.timeZone).slice(0, 4)));
  const number = decisionNumber(body.code, place.year, place.sequence);
  const sheet = sheetText(await composeSheet(ctx, { ...outcome, number }));
  const link = { number, hash: sha256(sheet), previous: last?.hash ?? FIRST_PREVIOUS };
  const signed = (await loadRecordKeys(ctx.services.settings.dataDir)).signBytes(
    Buffer.from(signedText(link)),
  );
  const id = newId();
  await keepKey(ctx, signed);
  await ctx.tx
    .insert(decisionNumbers)
    .values({ id, bodyId: body.id, ...place, effectiveAt, hash: link.hash });
  await ctx.tx.insert(decisions).values({
    id,
    bodyId: body.id,
    textId: text.id,
    versionId: version.id,
    procedure: procedure.kind,
    silenceId,
    markingId: text.markingId,
    title: text.title,
    sealed: await sealFor(ctx, text.id, sheet, besideAad('decision', id)),
    previousHash: link.previous,
    signature: signed.signature,
    keyId: signed.keyId,
    effectiveAt,
    writtenAt: await instantNow(ctx),
  });
  await record(ctx, {
    action: 'decision.adopt',
    subject: 'decision',
    subjectId: id,
    markingId: text.markingId,
    details: { number, hash: link.hash, keyId: signed.keyId, ...(silenceId && { silence: silenceId }) },
  });
  return { id, number };
}

/** The last decision of a body: numbers and instants grow together, so it is the one with the highest number. */
async function lastOf({ tx }: Context, bodyId: string) {
  const [row] = await tx
    .select({ year: decisionNumbers.year, sequence: decisionNumbers.sequence, hash: decisionNumbers.hash })
    .from(decisionNumbers)
    .where(eq(decisionNumbers.bodyId, bodyId))
    .orderBy(desc(decisionNumbers.year), desc(decisionNumbers.sequence))
    .limit(1);
  return row ?? null;
}

/** The public half stays with what it signed, also when the key is replaced. */
async function keepKey(
  ctx: Context,
  { keyId, publicKey }: { keyId: string; publicKey: string },
): Promise<void> {
  const key = {
    id: keyId,
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    firstUsedAt: await instantNow(ctx),
  };
  await ctx.tx.insert(signingKeys).values(key).onConflictDoNothing();
}
