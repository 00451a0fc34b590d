import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { isDelegated, laysTexts, mayBreak } from '../../policies/texts.ts';
import { assertAttachable } from '../contributions/sources.ts';
import { takePosition } from '../positions/take.ts';
import { authorityIn } from '../texts/authority.ts';
import { openVersion, versionOf } from '../texts/load.ts';
import { authorOf, breaksOf } from './authors.ts';
import { membersNow } from './bound.ts';
import { attachLetters } from './letters.ts';
import { type LockedSilence, lockSilence } from './load.ts';
import { tellOfBreak, tellOfLetter, tellOfLift, tellOfWish } from './notices.ts';
import { refusal } from './rules.ts';
import type { aboutBreakInput, breakInput, letterInput, sayInput } from './schemas.ts';
import { happen, refuse } from './write.ts';

type Break = z.infer<typeof breakInput>;

/** A nation's word that it has the text before it: evidence of service, and nothing else. */
export async function acknowledge(ctx: SignedIn, input: z.infer<typeof sayInput>) {
  const locked = await lockBound(ctx, input.silenceId);
  authorize(isDelegated(ctx.actor, locked.text.body.id));
  return say(ctx, locked, 'acknowledge', input.reason);
}

/** A bound nation refuses silence as the method, before it opens: the matter goes to a meeting. */
export async function objectToMethod(ctx: SignedIn, input: z.infer<typeof sayInput>) {
  const locked = await lockSilence(ctx, input.silenceId);
  await authorizeBreak(ctx, locked);
  // It binds nobody yet: whoever sits in the body now is whom it would bind.
  const members = await membersNow(ctx, locked.text.body.id);
  if (!members.some(({ id }) => id === ctx.actor.partyId))
    throw new AppError('FORBIDDEN', 'silence.notBound');
  return say(ctx, locked, 'objectToMethod', input.reason);
}

/** A wish for more time. It stops nothing: the chair may extend. */
export async function requestExtension(ctx: SignedIn, input: z.infer<typeof sayInput>) {
  const locked = await lockBound(ctx, input.silenceId);
  authorize(isDelegated(ctx.actor, locked.text.body.id));
  const said = await say(ctx, locked, 'requestExtension', input.reason);
  await tellOfWish(ctx, locked.text);
  return said;
}

/** "No objection", said early: a position and a receipt. The period stays as it is, and a break may still follow. */
export async function noObjection(ctx: SignedIn, input: z.infer<typeof sayInput>) {
  const locked = await lockBound(ctx, input.silenceId);
  refuse(refusal(locked.silence, { kind: 'acknowledge' }, locked.now));
  const { versionId, textId } = locked.row;
  const taken = await takePosition(ctx, { textId, versionId, stance: 'noObjection', words: input.reason });
  await say(ctx, locked, 'acknowledge', '');
  return { silenceId: locked.row.id, state: taken.state };
}

/**
 * Breaks silence for the actor's own nation. It is decided by the instant read after the lock: at the end or after it
 * the word is kept as a late notice without effect, and the chair hears of it.
 */
export async function breakSilence(ctx: SignedIn, input: Break) {
  const locked = await lockBound(ctx, input.silenceId);
  await authorizeBreak(ctx, locked);
  return breakFor(ctx, locked, input, { partyId: ctx.actor.partyId, onBehalf: false });
}

/** A break that reached the chair by letter: in effect at once, since doubt stops an adoption; the nation confirms it. */
export async function enterLetter(ctx: SignedIn, input: z.infer<typeof letterInput>) {
  const locked = await lockSilence(ctx, input.silenceId);
  authorize(laysTexts(ctx.actor, locked.text.body.id));
  if (!locked.row.bound.includes(input.partyId)) throw fieldError('partyId', 'silence.notBound');
  await assertAttachable(ctx, input.fileIds);
  const broke = await breakFor(ctx, locked, input, { partyId: input.partyId, onBehalf: true });
  await attachLetters(ctx, locked.text, { eventId: broke.eventId, fileIds: input.fileIds });
  await tellOfLetter(ctx, locked.text, { nation: input.partyId });
  return broke;
}

/** The nation says that the letter entered for it is its own. */
export async function confirmLetter(ctx: SignedIn, input: z.infer<typeof aboutBreakInput>) {
  const locked = await lockBound(ctx, input.silenceId);
  await authorizeBreak(ctx, locked);
  const broke = await ownBreak(ctx, locked, input.breakId);
  if (!broke.onBehalf) refuse('noLetter');
  if (locked.events.some(({ kind, about }) => kind === 'confirmLetter' && about === broke.eventId))
    refuse('confirmed');
  refuse(refusal(locked.silence, { kind: 'confirmLetter' }, locked.now));
  const { row, text, now } = locked;
  const act = { silenceId: row.id, kind: 'confirmLetter' as const, at: now, about: broke.eventId };
  await happen(ctx, text, { ...act, partyId: ctx.actor.partyId, shown: text.body.breaksNamed });
  return { silenceId: row.id };
}

/** The nation lifts its own break. After the end that adopts nothing: the chair goes on, or to a meeting. */
export async function lift(ctx: SignedIn, input: z.infer<typeof aboutBreakInput>) {
  const locked = await lockBound(ctx, input.silenceId);
  await authorizeBreak(ctx, locked);
  const broke = await ownBreak(ctx, locked, input.breakId);
  const { silence, row, text, now } = locked;
  if (!silence.liveBreaks.includes(broke.eventId)) refuse('alreadyLifted');
  const late = refusal(silence, { kind: 'lift' }, now) === 'liftLate';
  const kind = late ? ('lateLift' as const) : ('lift' as const);
  refuse(refusal(silence, { kind }, now));
  await happen(ctx, text, {
    ...{ silenceId: row.id, kind, at: now, about: broke.eventId, partyId: ctx.actor.partyId },
    shown: text.body.breaksNamed,
    said: { reason: input.reason },
  });
  await tellOfLift(ctx, text);
  return { silenceId: row.id, late };
}

/** A procedure that binds the actor's nation, locked. Others who may see it find that it does not bind them. */
async function lockBound(ctx: SignedIn, silenceId: string): Promise<LockedSilence> {
  const locked = await lockSilence(ctx, silenceId);
  if (!locked.row.bound.includes(ctx.actor.partyId)) throw new AppError('FORBIDDEN', 'silence.notBound');
  return locked;
}

/** Rights by the clock after the lock: an appointment that ended while the command waited counts no more. */
async function authorizeBreak(ctx: SignedIn, { text }: LockedSilence): Promise<void> {
  authorize(mayBreak(await authorityIn(ctx, text.body.id)), 'silence.mayNotBreak');
}

async function say(
  ctx: SignedIn,
  { row, silence, text, now }: LockedSilence,
  kind: 'acknowledge' | 'objectToMethod' | 'requestExtension',
  reason: string,
) {
  refuse(refusal(silence, { kind }, now));
  await happen(ctx, text, {
    ...{ silenceId: row.id, kind, at: now, partyId: ctx.actor.partyId, said: { reason } },
  });
  return { silenceId: row.id };
}

async function breakFor(
  ctx: SignedIn,
  { row, silence, text, now }: LockedSilence,
  input: Break,
  { partyId, onBehalf }: { partyId: string; onBehalf: boolean },
) {
  const late = refusal(silence, { kind: 'break' }, now) === 'tooLate';
  const kind = late ? ('lateNotice' as const) : ('break' as const);
  refuse(refusal(silence, { kind }, now));
  const standing = await breaksOf(ctx, row.id);
  const own = standing.some((one) => one.partyId === partyId && silence.liveBreaks.includes(one.eventId));
  if (!late && own) refuse('brokenAlready');
  await assertParagraphs(ctx, row.versionId, text.id, input.paragraphIds);
  const { reason, paragraphIds, kind: objection } = input;
  const eventId = await happen(ctx, text, {
    ...{ silenceId: row.id, kind, at: now, partyId, onBehalf, shown: text.body.breaksNamed && !late },
    said: { reason, paragraphIds, objection },
  });
  await tellOfBreak(ctx, text, { late });
  return { silenceId: row.id, eventId, late };
}

async function assertParagraphs(
  ctx: SignedIn,
  versionId: string,
  textId: string,
  paragraphIds: readonly string[],
): Promise<void> {
  if (paragraphIds.length === 0) return;
  const version = await versionOf(ctx, textId);
  if (version.id !== versionId) return refuse('newerVersion');
  const known = new Set((await openVersion(ctx, version)).paragraphs.map(({ id }) => id));
  if (!paragraphIds.every((id) => known.has(id))) throw fieldError('paragraphIds', 'silence.paragraph');
}

async function ownBreak(ctx: SignedIn, { row }: LockedSilence, breakId: string) {
  const author = await authorOf(ctx, row.id, breakId);
  // Nobody acts for another nation, and another's break may not even be told.
  if (author?.partyId !== ctx.actor.partyId) throw new AppError('NOT_FOUND', 'notFound');
  return author;
}
