import { bodies } from '@concord/db/schema/consultation';
import { decisionNumbers, decisionReferences, decisions } from '@concord/db/schema/decisions';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { laysTexts, makesVersions, sitsIn } from '../../policies/texts.ts';
import { textForReading } from '../texts/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import { decisionForReading, linkOf, openSheet, verification } from './load.ts';
import { decisionNumber } from './rules.ts';
import { isDue, settleBody } from './settle.ts';

/** A decision with its sheet, whether it proves sound, and what came of it. */
export async function decisionById(ctx: SignedIn, decisionId: string) {
  const decision = await decisionForReading(ctx, decisionId);
  const { text, sheet } = await openSheet(ctx, decision);
  const { body, key } = decision;
  return {
    id: decision.id,
    textId: decision.textId,
    ...linkOf(decision),
    body: { code: body.code, name: ctx.actor.locale === 'fr' ? body.nameFr : body.nameEn },
    markingId: decision.markingId,
    markings: await markingViews(ctx, [decision.markingId]),
    sheet,
    writtenAt: decision.writtenAt.toISOString(),
    signature: { value: decision.signature, keyId: key.id, fingerprint: key.fingerprint },
    sound: await verification(ctx, decision, text),
    predecessors: await referencesOf(ctx, decision.textId),
    successors: await successorsOf(ctx, decisionId),
    may: { lead: laysTexts(ctx.actor, body.id), chair: makesVersions(ctx.actor, body.id) },
  };
}

/** Earlier decisions a text refers to, as far as their numbers may be known. */
export async function referencesOf({ tx }: SignedIn, textId: string) {
  const rows = await tx
    .select({
      id: decisionNumbers.id,
      code: bodies.code,
      year: decisionNumbers.year,
      sequence: decisionNumbers.sequence,
      relation: decisionReferences.relation,
    })
    .from(decisionReferences)
    .innerJoin(decisionNumbers, eq(decisionNumbers.id, decisionReferences.decisionId))
    .innerJoin(bodies, eq(bodies.id, decisionNumbers.bodyId))
    .where(eq(decisionReferences.textId, textId))
    .orderBy(asc(decisionNumbers.year), asc(decisionNumbers.sequence));
  return rows.map(({ id, relation, code, year, sequence }) => ({
    ...{ id, relation, number: decisionNumber(code, year, sequence) },
  }));
}

/** Later decisions that refer to one, as far as the person may read them. */
async function successorsOf({ tx }: SignedIn, decisionId: string) {
  const rows = await tx
    .select({
      id: decisions.id,
      code: bodies.code,
      year: decisionNumbers.year,
      sequence: decisionNumbers.sequence,
      relation: decisionReferences.relation,
    })
    .from(decisionReferences)
    .innerJoin(decisions, eq(decisions.textId, decisionReferences.textId))
    .innerJoin(decisionNumbers, eq(decisionNumbers.id, decisions.id))
    .innerJoin(bodies, eq(bodies.id, decisions.bodyId))
    .where(eq(decisionReferences.decisionId, decisionId))
    .orderBy(asc(decisions.id));
  return rows.map(({ id, relation, code, year, sequence }) => ({
    ...{ id, relation, number: decisionNumber(code, year, sequence) },
  }));
}

/** What was decided on a text and what it refers to; whoever only contributes is told of neither. */
export async function decisionsOfText(ctx: SignedIn, textId: string) {
  const text = await textForReading(ctx, textId);
  if (!sitsIn(ctx.actor, text.body.id)) return { decisions: [], refersTo: [] };
  if (await isDue(ctx, text.body.id)) await settleBody(ctx.services, text.body.id);
  const rows = await ctx.tx
    .select({
      id: decisions.id,
      year: decisionNumbers.year,
      sequence: decisionNumbers.sequence,
      effectiveAt: decisions.effectiveAt,
      versionId: decisions.versionId,
      procedure: decisions.procedure,
    })
    .from(decisions)
    .innerJoin(decisionNumbers, eq(decisionNumbers.id, decisions.id))
    .where(eq(decisions.textId, textId))
    .orderBy(asc(decisions.id));
  return {
    decisions: rows.map(({ year, sequence, effectiveAt, ...row }) => ({
      ...row,
      number: decisionNumber(text.body.code, year, sequence),
      effectiveAt: effectiveAt.toISOString(),
    })),
    refersTo: await referencesOf(ctx, textId),
  };
}
