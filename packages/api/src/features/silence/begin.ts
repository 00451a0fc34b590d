import { newId } from '@concord/db/ids';
import { silences } from '@concord/db/schema/silence';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { laysTexts, makesVersions } from '../../policies/texts.ts';
import { instantNow } from '../texts/authority.ts';
import { holdingsOf } from '../texts/beside.ts';
import { type LoadedText, type LoadedVersion, lockText, openVersion, versionOf } from '../texts/load.ts';
import { liveBrackets, numbersOf, placeholders } from '../texts/rules.ts';
import { assertServed, membersNow } from './bound.ts';
import { eventsOf, newestSilence } from './load.ts';
import { tellOfOpening } from './notices.ts';
import { isFinal, refusal, refuseOpening, silenceAt } from './rules.ts';
import type { announceInput, openInput } from './schemas.ts';
import { minimumHours, wallInstant } from './times.ts';
import { happen, refuse } from './write.ts';

type Input = z.infer<typeof openInput>;

/** Proposes silence as the method, with the end it would have; a nation may object to it before it opens. */
export async function announce(ctx: SignedIn, input: z.infer<typeof announceInput>) {
  const ready = await prepare(ctx, input);
  if (ready.running) refuse(refusal(ready.running.silence, { kind: 'announce' }, ready.now));
  const silenceId = await lay(ctx, ready, input);
  await happen(ctx, ready.text, {
    ...{ silenceId, kind: 'announce' as const, at: ready.now, until: ready.until },
    ...onWhoseWord(input),
  });
  return { silenceId };
}

/**
 * Opens silence over the newest version, at once or where it was announced: from here on the nations that sit in the
 * body are bound, until the end.
 */
export async function open(ctx: SignedIn, input: Input) {
  const ready = await prepare(ctx, input);
  const announced = ready.running?.silence.state === 'announced' ? ready.running.row : null;
  const before = announced && ready.running ? ready.running.silence : silenceAt([], ready.now);
  if (ready.running && !announced) refuse('begun');
  const hours = minimumHours(ready.text.body, input.pace);
  const problem = refuseOpening(before, { until: ready.until, minimumHours: hours, now: ready.now });
  if (problem === 'tooShort') throw fieldError('until', 'silence.tooShort', { hours });
  refuse(problem);
  const members = await membersNow(ctx, ready.text.body.id);
  await assertServed(ctx, ready.text, members, input.servedOtherwise.partyIds);
  const silenceId = announced ? announced.id : await lay(ctx, ready, input);
  if (announced && announced.versionId !== input.versionId) refuse('otherVersion');
  await ctx.tx
    .update(silences)
    .set({ bound: members.map(({ id }) => id) })
    .where(eq(silences.id, silenceId));
  await happen(ctx, ready.text, {
    ...{ silenceId, kind: 'open' as const, at: ready.now, until: ready.until },
    ...onWhoseWord(input),
  });
  await tellOfOpening(ctx, ready.text, { until: ready.until });
  return { silenceId };
}

/** Locks the text, so that versions and procedures are made one after the other, and checks what both acts ask for. */
async function prepare(ctx: SignedIn, input: Input) {
  const text = await lockText(ctx, input.textId);
  authorize(laysTexts(ctx.actor, text.body.id));
  const chair = makesVersions(ctx.actor, text.body.id);
  if (!chair && input.instruction.trim() === '') throw fieldError('instruction', 'silence.instruction');
  if (input.pace !== 'normal' && input.reason.trim() === '') throw fieldError('reason', 'silence.reason');
  const version = await versionOf(ctx, text.id);
  if (version.id !== input.versionId) throw new AppError('CONFLICT', 'silence.newerVersion');
  await assertSettled(ctx, text, version, input.placeholders);
  const now = await instantNow(ctx);
  const newest = await newestSilence(ctx, text.id);
  const silence = newest && silenceAt(await eventsOf(ctx, newest.id), now);
  if (newest && silence?.state === 'adopted' && newest.versionId === version.id) refuse('adopted');
  const running = newest && silence && !isFinal(silence.state) ? { row: newest, silence } : null;
  return { text, version, now, newest, running, until: wallInstant(text.body, input.until, now) };
}

type Ready = Awaited<ReturnType<typeof prepare>>;

/** No bracket is left but gaps that the chair lets stand and names (reference B.5). */
async function assertSettled(
  ctx: SignedIn,
  text: LoadedText,
  version: LoadedVersion,
  allowed: readonly string[],
): Promise<void> {
  const { paragraphs } = await openVersion(ctx, version);
  const holdings = await holdingsOf(ctx, text.id);
  const gaps = placeholders(paragraphs).filter(({ bracket }) => !allowed.includes(bracket.bracket));
  const live = [...liveBrackets(paragraphs, holdings), ...gaps];
  if (live.length === 0) return;
  const numbers = numbersOf(paragraphs);
  const places = [...new Set(live.map(({ paragraphId }) => numbers.get(paragraphId) || '–'))];
  throw new AppError('PRECONDITION_FAILED', 'silence.brackets', {
    count: live.length,
    paragraphs: places.slice(0, 20).join(', '),
  });
}

/** The row of a new procedure. */
async function lay(ctx: SignedIn, { text, version, now, newest }: Ready, input: Input): Promise<string> {
  const id = newId();
  await ctx.tx.insert(silences).values({
    id,
    textId: text.id,
    bodyId: text.body.id,
    versionId: version.id,
    contentHash: version.contentHash,
    pace: input.pace,
    timeZone: text.body.timeZone,
    zoneData: process.versions.tz ?? 'unknown',
    minimumHours: minimumHours(text.body, input.pace),
    placeholders: input.placeholders,
    follows: newest?.id ?? null,
    createdBy: ctx.actor.personId,
    createdAt: now,
  });
  return id;
}

/** The secretariat acts on the chair's instruction, which stays with the event. */
function onWhoseWord({ reason, instruction, servedOtherwise }: Input) {
  return {
    onBehalf: instruction.trim() !== '',
    said: {
      reason,
      ...(instruction.trim() !== '' && { instruction }),
      ...(servedOtherwise.partyIds.length > 0 && { servedOtherwise }),
    },
  };
}
