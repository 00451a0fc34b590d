import { publicDecisions } from '@concord/db/schema/decisions';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { instantNow } from '../texts/authority.ts';
import { decisionForReading, linkOf, openSheet } from './load.ts';
import { decisionSheet } from './sheet.ts';

/** What anyone may read of a published decision: chosen fields, and what proves its number and hash. */
const publicSheet = z.strictObject({
  ...decisionSheet.pick({ number: true, title: true, reference: true, effectiveAt: true, paragraphs: true })
    .shape,
  body: decisionSheet.shape.body,
  procedure: z.enum(['silence', 'meeting']),
  hash: z.string(),
  previous: z.string(),
  signature: z.strictObject({ value: z.string(), publicKey: z.string(), fingerprint: z.string() }),
});

/** The fields of a decision that are shown to the public. */
export async function publicFields(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  decisionId: string,
) {
  const decision = await decisionForReading(ctx, decisionId);
  const { sheet } = await openSheet(ctx, decision);
  const { level, onlyFor, caveats } = sheet.marking;
  if (level > 0 || onlyFor.length > 0 || caveats.length > 0) {
    throw new AppError('PRECONDITION_FAILED', 'decisions.notForPublic');
  }
  const { number, title, reference, effectiveAt, paragraphs, body } = sheet;
  const { hash, previous } = linkOf(decision);
  const { publicKey, fingerprint } = decision.key;
  const fields: z.infer<typeof publicSheet> = {
    ...{ number, title, reference, effectiveAt, paragraphs, body, procedure: sheet.procedure.kind },
    ...{ hash, previous, signature: { value: decision.signature, publicKey, fingerprint } },
  };
  return fields;
}

/** Publishes a decision, or does so again: the chair's act, of the lowest level alone and kept from nobody. */
export async function publishDecision(ctx: SignedIn, { decisionId }: { decisionId: string }) {
  const decision = await decisionForReading(ctx, decisionId);
  if (ctx.actor.exerciseId) throw new AppError('PRECONDITION_FAILED', 'twins.notPublic');
  authorize(makesVersions(ctx.actor, decision.body.id));
  const sheet = await publicFields(ctx, decisionId);
  const published = {
    sheet,
    publishedBy: ctx.actor.personId,
    publishedAt: await instantNow(ctx),
    withdrawnAt: null,
  };
  await ctx.tx
    .insert(publicDecisions)
    .values({ id: decision.id, ...published })
    .onConflictDoUpdate({ target: publicDecisions.id, set: published });
  await recordPublic(ctx, decision, 'publish');
  return { decisionId: decision.id };
}

/** Takes a published decision back: its page is gone at once. */
export async function unpublishDecision(ctx: SignedIn, { decisionId }: { decisionId: string }) {
  const decision = await decisionForReading(ctx, decisionId);
  authorize(makesVersions(ctx.actor, decision.body.id));
  const done = await ctx.tx
    .update(publicDecisions)
    .set({ withdrawnAt: await instantNow(ctx), publishedBy: ctx.actor.personId })
    .where(and(eq(publicDecisions.id, decisionId), isNull(publicDecisions.withdrawnAt)))
    .returning({ id: publicDecisions.id });
  if (done.length === 0) throw new AppError('CONFLICT', 'decisions.notPublished');
  await recordPublic(ctx, decision, 'unpublish');
  return { decisionId };
}

function recordPublic(ctx: SignedIn, { id, markingId }: { id: string; markingId: string }, what: string) {
  return record(ctx, { action: `decision.${what}`, subject: 'decision', subjectId: id, markingId });
}

/** Whether a decision is published now. */
export async function isPublished({ tx }: Pick<Context, 'tx'>, decisionId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: publicDecisions.id })
    .from(publicDecisions)
    .where(and(eq(publicDecisions.id, decisionId), isNull(publicDecisions.withdrawnAt)));
  return rows.length > 0;
}

/** A published decision, for anybody. */
export async function publicDecision({ tx }: Pick<Context, 'tx'>, decisionId: string) {
  const [row] = await tx
    .select({ sheet: publicDecisions.sheet, publishedAt: publicDecisions.publishedAt })
    .from(publicDecisions)
    .where(and(eq(publicDecisions.id, decisionId), isNull(publicDecisions.withdrawnAt)));
  const { sheet, publishedAt } = found(row);
  return { id: decisionId, ...publicSheet.parse(sheet), publishedAt: publishedAt.toISOString() };
}
