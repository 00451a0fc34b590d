import { newId } from '@concord/db/ids';
import { silences } from '@concord/db/schema/silence';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { laysTexts, makesVersions } from '../../policies/texts.ts';
import { isDecided } from '../decisions/decided.ts';
import { authorityIn, instantNow } from '../texts/authority.ts';
import { holdingsOf } from '../texts/beside.ts';
import { type LoadedText, type LoadedVersion, lockText, openVersion, versionOf } from '../texts/load.ts';
import { assertReleased, assertServed, membersNow } from './bound.ts';
import { standingBrackets } from './brackets.ts';
import { eventsOf, newestSilence } from './load.ts';
import { tellOfAnnouncement, tellOfOpening } from './notices.ts';
import { asksToConfirm, isFinal, type Pace, refusal, refuseOpening, silenceAt } from './rules.ts';
import type { announceInput, openInput } from './schemas.ts';
import { minimumHours, wallInstant } from './times.ts';
import { happen, refuse } from './write.ts';

type Input = z.infer<typeof openInput>;

/** Proposes silence as the method, with the end it would have; a nation may object to it before it opens. */
export async function announce(ctx: SignedIn, input: z.infer<typeof announceInput>) {
  const text = await lockText(ctx, input.textId);
  authorize(laysTexts(ctx.actor, text.body.id));
  const held = await authorityIn(ctx, text.body.id);
  const chair = held.some((one) => one.role === 'chair');
  if (!chair && input.instruction.trim() === '') throw fieldError('instruction', 'silence.instruction');
  const ready = await prepare(ctx, text, input);
  if (ready.running) refuse(refusal(ready.running.silence, { kind: 'announce' }, ready.now));
  const silenceId = await lay(ctx, ready, input, { pace: input.pace });
  await happen(ctx, text, {
    ...{ silenceId, kind: 'announce' as const, at: ready.now, until: ready.until },
    ...onWhoseWord(input),
  });
  await tellOfAnnouncement(ctx, text, { until: ready.until });
  return { silenceId };
}

/**
 * Opens silence over the newest version, at once or where it was announced: from here on the nations that sit in the
 * body are bound, until the end. By the chair alone.
 */
export async function open(ctx: SignedIn, input: Input) {
  const text = await lockText(ctx, input.textId);
  authorize(makesVersions(ctx.actor, text.body.id));
  authorize((await authorityIn(ctx, text.body.id)).some((one) => one.role === 'chair'));
  const ready = await prepare(ctx, text, input);
  const { announced, confirmed, before, hours } = onWhat(ready, input);
  const problem = refuseOpening(before, { until: ready.until, minimumHours: hours, now: ready.now });
  if (problem === 'tooShort') throw fieldError('until', 'silence.tooShort', { hours });
  refuse(problem);
  await assertServed(ctx, text, ready.members, input.servedOtherwise.partyIds);
  if (confirmed) await happen(ctx, text, { silenceId: confirmed.id, kind: 'supersede', at: ready.now });
  const pace = confirmed ? 'urgent' : input.pace;
  const silenceId = announced ? announced.id : await lay(ctx, ready, input, { pace });
  await ctx.tx
    .update(silences)
    .set({ bound: ready.members.map(({ id }) => id) })
    .where(eq(silences.id, silenceId));
  await happen(ctx, text, {
    ...{ silenceId, kind: 'open' as const, at: ready.now, until: ready.until },
    ...onWhoseWord(input),
  });
  await tellOfOpening(ctx, text, { until: ready.until });
  return { silenceId };
}

/** Whether it was announced, confirms one whose break was lifted too late, or begins anew; and how long it must run. */
function onWhat({ running, text, version, now }: Ready, input: Input) {
  const { body } = text;
  const draft = silenceAt([], now);
  if (!running)
    return { announced: null, confirmed: null, before: draft, hours: minimumHours(body, input.pace) };
  if (running.row.versionId !== version.id) refuse('otherVersion');
  if (asksToConfirm(running.silence))
    return { announced: null, confirmed: running.row, before: draft, hours: body.urgentSilenceHours };
  if (running.silence.state !== 'announced') refuse('begun');
  // What was announced stands: nobody had a chance to object to a quicker pace.
  const hours = Math.max(running.row.minimumHours, minimumHours(body, running.row.pace));
  return { announced: running.row, confirmed: null, before: running.silence, hours };
}

/** Takes the locks, so that versions and procedures are made one after the other, and checks what both acts ask for. */
async function prepare(ctx: SignedIn, text: LoadedText, input: Input) {
  const newest = await newestSilence(ctx, text.id);
  if (newest) await ctx.tx.execute(sql`select 1 from silence where id = ${newest.id} for update`);
  const now = await instantNow(ctx);
  const silence = newest && silenceAt(await eventsOf(ctx, newest.id), now);
  const running = newest && silence && !isFinal(silence.state) ? { row: newest, silence } : null;
  const confirms = running !== null && asksToConfirm(running.silence);
  if (input.pace !== 'normal' && !confirms && input.reason.trim() === '')
    throw fieldError('reason', 'silence.reason');
  const version = await versionOf(ctx, text.id);
  if (version.id !== input.versionId) throw new AppError('CONFLICT', 'silence.newerVersion');
  if (await isDecided(ctx, version.id)) refuse('adopted');
  if (newest && silence?.state === 'adopted' && newest.versionId === version.id) refuse('adopted');
  await assertSettled(ctx, text, version, running ? running.row.placeholders : input.placeholders);
  const members = await membersNow(ctx, text.body.id);
  assertReleased(text, members);
  return { text, version, now, newest, running, members, until: wallInstant(text.body, input.until, now) };
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
  const { brackets, gaps } = standingBrackets(paragraphs, await holdingsOf(ctx, text.id));
  const live = [...brackets, ...gaps.filter(({ id }) => !allowed.includes(id))];
  if (live.length === 0) return;
  const places = [...new Set(live.map(({ paragraph }) => paragraph || '–'))];
  throw new AppError('PRECONDITION_FAILED', 'silence.brackets', {
    count: live.length,
    paragraphs: places.slice(0, 20).join(', '),
  });
}

/** The row of a new procedure. */
async function lay(
  ctx: SignedIn,
  { text, version, now, newest, running }: Ready,
  input: Input,
  { pace }: { pace: Pace },
): Promise<string> {
  const id = newId();
  await ctx.tx.insert(silences).values({
    id,
    textId: text.id,
    bodyId: text.body.id,
    versionId: version.id,
    contentHash: version.contentHash,
    pace,
    timeZone: text.body.timeZone,
    zoneData: process.versions.tz ?? 'unknown',
    minimumHours: minimumHours(text.body, pace),
    placeholders: [...(running ? running.row.placeholders : input.placeholders)],
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
