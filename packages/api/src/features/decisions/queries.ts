import { bodies } from '@concord/db/schema/consultation';
import { decisionNumbers, decisionReferences, decisions } from '@concord/db/schema/decisions';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { laysTexts, makesVersions, sitsIn } from '../../policies/texts.ts';
import { eventsOf, newestSilence } from '../silence/load.ts';
import { isFinal, silenceAt } from '../silence/rules.ts';
import { instantNow } from '../texts/authority.ts';
import { type LoadedText, newestVersion, textForReading } from '../texts/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import { actionsOf } from './actions.ts';
import { isDecided } from './decided.ts';
import { decisionForReading, linkOf, openSheet, verification } from './load.ts';
import { isPublished } from './publish.ts';
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
    body: { code: body.code, name: ctx.locale === 'fr' ? body.nameFr : body.nameEn },
    markingId: decision.markingId,
    markings: await markingViews(ctx, [decision.markingId]),
    sheet,
    writtenAt: decision.writtenAt.toISOString(),
    signature: { value: decision.signature, keyId: key.id, fingerprint: key.fingerprint },
    sound: await verification(ctx, decision, text),
    predecessors: await referencesOf(ctx, decision.textId),
    successors: await successorsOf(ctx, decisionId),
    actions: await actionsOf(ctx, decision),
    published: await isPublished(ctx, decisionId),
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
  if (!sitsIn(ctx.actor, text.body.id))
    return { decisions: [], refersTo: [], adoptable: null, mayUnrefer: false };
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
    adoptable: await adoptable(ctx, text),
    mayUnrefer: rows.length === 0 && laysTexts(ctx.actor, text.body.id),
  };
}

/** The version the chair may record as adopted in a meeting: the newest, not decided on, with no silence over it. */
async function adoptable(ctx: SignedIn, text: LoadedText) {
  if (!makesVersions(ctx.actor, text.body.id)) return null;
  const version = await newestVersion(ctx, text.id);
  if (!version || (await isDecided(ctx, version.id))) return null;
  const newest = await newestSilence(ctx, text.id);
  const now = await instantNow(ctx);
  if (newest && !isFinal(silenceAt(await eventsOf(ctx, newest.id), now).state)) return null;
  return { id: version.id, number: version.number, today: dayIn(now, text.body.timeZone) };
}

/** Whether the decision that a repeated command answers with may still be read. */
export async function mayReread(ctx: SignedIn, result: unknown): Promise<boolean> {
  const { decisionId } = result as { decisionId: string };
  const rows = await ctx.tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.id, decisionId));
  return rows.length > 0;
}
