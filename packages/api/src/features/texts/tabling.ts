import { newId } from '@concord/db/ids';
import { amendmentSponsors, amendments } from '@concord/db/schema/texts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { dominates, type Marking } from '../../marking/rules.ts';
import { makesVersions } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { assertReadable, expandMarking, markingById } from '../threads/expand-marking.ts';
import { decisionAad } from './amendments.ts';
import { authorityIn } from './authority.ts';
import type { amendmentInput, decideInput, tableInput } from './inputs.ts';
import { type LoadedText, openVersion, textForReading, versionOf } from './load.ts';
import { tellText } from './readers.ts';
import { wordsOf } from './rules.ts';
import { besideAad } from './seals.ts';

type Table = z.infer<typeof tableInput>;

/** Proposes a change to the newest version for one's nation. */
export async function tableAmendment(ctx: SignedIn, input: Table) {
  const text = await textForReading(ctx, input.textId);
  await assertDelegate(ctx, text);
  const version = await versionOf(ctx, text.id);
  if (version.number !== input.base)
    throw new AppError('CONFLICT', 'texts.amendedOlder', { number: version.number });
  assertChange(input, (await openVersion(ctx, version)).paragraphs);
  const { marking, markingId } = await markingFor(ctx, text, input.marking);
  const amendmentId = newId();
  const content = { words: input.kind === 'delete' ? '' : input.words, reason: input.reason };
  await ctx.tx.insert(amendments).values({
    id: amendmentId,
    textId: text.id,
    baseVersionId: version.id,
    kind: input.kind,
    paragraphId: input.paragraphId,
    sealed: await sealFor(ctx, text.id, JSON.stringify(content), besideAad('amendment', amendmentId)),
    markingId,
    partyId: ctx.actor.partyId,
    tabledBy: ctx.actor.personId,
    tabledAt: ctx.now,
  });
  await note(ctx, { id: amendmentId, markingId }, 'table');
  await tellText(ctx, text, { seatedOnly: true, marking });
  return { textId: text.id, amendmentId };
}

/** By the wall clock: an appointment that ended while the page was open counts no more. */
export async function assertDelegate(ctx: SignedIn, text: LoadedText): Promise<void> {
  const held = await authorityIn(ctx, text.body.id);
  authorize(held.some((one) => one.role === 'headOfDelegation' || one.role === 'delegate'));
}

function assertChange(input: Table, paragraphs: Awaited<ReturnType<typeof openVersion>>['paragraphs']): void {
  const { kind, paragraphId } = input;
  const target = paragraphs.find((paragraph) => paragraph.id === paragraphId);
  const needsTarget = paragraphId !== null || kind !== 'insert';
  if (needsTarget && !target) throw fieldError('paragraphId', 'texts.noParagraph');
  if (kind === 'delete') return;
  if (input.words.trim() === '') throw fieldError('words', 'required');
  if (kind === 'replace' && target && wordsOf(target.parts) === input.words)
    throw fieldError('words', 'texts.nothingChanged');
}

/** The text's own marking, which tells nothing of who proposes; or a narrower one. */
async function markingFor(
  ctx: SignedIn,
  text: LoadedText,
  wanted: Table['marking'],
): Promise<{ marking: Marking; markingId: string }> {
  if (!wanted) return { marking: text.marking, markingId: text.markingId };
  const marking = await expandMarking(ctx, wanted);
  assertReadable(ctx, marking);
  if (!dominates(marking, text.marking)) throw fieldError('marking', 'marking.widerThanText');
  return { marking, markingId: await internMarking(ctx, marking) };
}

/** An amendment the person may read, held until the transaction ends, with its text and marking. */
async function lockAmendment(ctx: SignedIn, amendmentId: string) {
  const [seen] = await ctx.tx.select().from(amendments).where(eq(amendments.id, amendmentId));
  const { textId } = found(seen);
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${amendmentId}, 0))`);
  const [row] = await ctx.tx.select().from(amendments).where(eq(amendments.id, amendmentId));
  const amendment = found(row);
  const text = await textForReading(ctx, textId);
  return { amendment, text, marking: await markingById(ctx, amendment.markingId) };
}

type Locked = Awaited<ReturnType<typeof lockAmendment>>;

function assertOpen({ amendment }: Locked): void {
  if (amendment.outcome !== null) throw new AppError('CONFLICT', 'texts.alreadyDecided');
}

async function done(ctx: SignedIn, locked: Locked, what: string) {
  await note(ctx, locked.amendment, what);
  await tellText(ctx, locked.text, { seatedOnly: true, marking: locked.marking });
  return { textId: locked.text.id, amendmentId: locked.amendment.id };
}

/** Takes one's nation's amendment back. */
export async function withdrawAmendment(ctx: SignedIn, input: z.infer<typeof amendmentInput>) {
  const locked = await lockAmendment(ctx, input.amendmentId);
  await assertDelegate(ctx, locked.text);
  authorize(locked.amendment.partyId === ctx.actor.partyId);
  assertOpen(locked);
  await ctx.tx
    .update(amendments)
    .set({ outcome: 'withdrawn', decidedBy: ctx.actor.personId, decidedAt: ctx.now })
    .where(eq(amendments.id, input.amendmentId));
  return done(ctx, locked, 'withdraw');
}

/** Accepts, merges or rejects an amendment: the chair alone. The words change with the next version only. */
export async function decideAmendment(ctx: SignedIn, input: z.infer<typeof decideInput>) {
  const locked = await lockAmendment(ctx, input.amendmentId);
  authorize(makesVersions(ctx.actor, locked.text.body.id));
  const held = await authorityIn(ctx, locked.text.body.id);
  authorize(held.some((one) => one.role === 'chair'));
  assertOpen(locked);
  const { amendmentId, outcome, reason } = input;
  if (outcome !== 'accepted' && reason.trim() === '') throw fieldError('reason', 'required');
  const decision =
    reason.trim() === '' ? null : await sealFor(ctx, locked.text.id, reason, decisionAad(amendmentId));
  await ctx.tx
    .update(amendments)
    .set({ outcome, decision, decidedBy: ctx.actor.personId, decidedAt: ctx.now })
    .where(eq(amendments.id, amendmentId));
  return done(ctx, locked, outcome);
}

/** Joins another nation's amendment. */
export async function joinAmendment(ctx: SignedIn, input: z.infer<typeof amendmentInput>) {
  const locked = await lockAmendment(ctx, input.amendmentId);
  await assertDelegate(ctx, locked.text);
  authorize(locked.amendment.partyId !== ctx.actor.partyId);
  assertOpen(locked);
  const { personId, partyId } = ctx.actor;
  await ctx.tx
    .insert(amendmentSponsors)
    .values({ id: newId(), amendmentId: input.amendmentId, partyId, joinedBy: personId, joinedAt: ctx.now })
    .onConflictDoNothing();
  return done(ctx, locked, 'join');
}

/** Leaves an amendment one's nation had joined. */
export async function leaveAmendment(ctx: SignedIn, input: z.infer<typeof amendmentInput>) {
  const locked = await lockAmendment(ctx, input.amendmentId);
  await assertDelegate(ctx, locked.text);
  assertOpen(locked);
  const { personId, partyId } = ctx.actor;
  await ctx.tx
    .update(amendmentSponsors)
    .set({ leftBy: personId, leftAt: ctx.now })
    .where(
      and(
        eq(amendmentSponsors.amendmentId, input.amendmentId),
        eq(amendmentSponsors.partyId, partyId),
        isNull(amendmentSponsors.leftAt),
      ),
    );
  return done(ctx, locked, 'leave');
}

async function note(
  ctx: SignedIn,
  amendment: { id: string; markingId: string },
  what: string,
): Promise<void> {
  await record(ctx, {
    action: `amendment.${what}`,
    subject: 'amendment',
    subjectId: amendment.id,
    markingId: amendment.markingId,
  });
}
