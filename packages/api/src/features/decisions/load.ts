import { bodies } from '@concord/db/schema/consultation';
import { decisionNumbers, decisions, signingKeys } from '@concord/db/schema/decisions';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import { besideAad } from '../texts/seals.ts';
import { fingerprintOf, isSigned } from './proof.ts';
import { decisionNumber, FIRST_PREVIOUS, type Link } from './rules.ts';
import { type DecisionSheet, sha256 } from './sheet.ts';

/** A decision the person may read, with its body and the key that signed it; any other is not found. */
export async function decisionForReading({ tx }: Pick<Context, 'tx'>, decisionId: string) {
  const [row] = await tx
    .select({
      id: decisions.id,
      textId: decisions.textId,
      title: decisions.title,
      markingId: decisions.markingId,
      sealed: decisions.sealed,
      hash: decisionNumbers.hash,
      previous: decisions.previousHash,
      signature: decisions.signature,
      key: signingKeys,
      year: decisionNumbers.year,
      sequence: decisionNumbers.sequence,
      effectiveAt: decisions.effectiveAt,
      writtenAt: decisions.writtenAt,
      body: { id: bodies.id, code: bodies.code, nameEn: bodies.nameEn, nameFr: bodies.nameFr },
    })
    .from(decisions)
    .innerJoin(decisionNumbers, eq(decisionNumbers.id, decisions.id))
    .innerJoin(bodies, eq(bodies.id, decisions.bodyId))
    .innerJoin(signingKeys, eq(signingKeys.id, decisions.keyId))
    .where(eq(decisions.id, decisionId));
  return found(row);
}

export type LoadedDecision = Awaited<ReturnType<typeof decisionForReading>>;

/** The sheet's canonical text, as it was sealed. */
export async function openSheet(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  decision: LoadedDecision,
) {
  const open = await opener(ctx, decision.textId);
  const text = open(decision.sealed, besideAad('decision', decision.id));
  return { text, sheet: JSON.parse(text) as DecisionSheet };
}

/** Number, hash and place in the chain, as the database says: what a signature must be over. */
export const linkOf = ({ body, year, sequence, hash, previous }: LoadedDecision): Link => ({
  number: decisionNumber(body.code, year, sequence),
  hash,
  previous,
});

/** Whether a decision is what was written: its sheet, its signature, its key, and the decision before it. */
export async function verification({ tx }: Pick<Context, 'tx'>, decision: LoadedDecision, text: string) {
  const [before] = await tx
    .select({ hash: decisionNumbers.hash })
    .from(decisionNumbers)
    .where(
      and(
        eq(decisionNumbers.bodyId, decision.body.id),
        sql`(${decisionNumbers.year}, ${decisionNumbers.sequence}) < (${decision.year}, ${decision.sequence})`,
      ),
    )
    .orderBy(desc(decisionNumbers.year), desc(decisionNumbers.sequence))
    .limit(1);
  const { key, hash, previous, signature } = decision;
  return {
    hash: sha256(text) === hash,
    signature:
      fingerprintOf(key.publicKey) === key.fingerprint &&
      isSigned(linkOf(decision), key.publicKey, signature),
    chain: (before?.hash ?? FIRST_PREVIOUS) === previous,
  };
}
