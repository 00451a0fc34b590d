import { silences } from '@concord/db/schema/silence';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { asWorker, type SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { assertReleased, membersNow } from '../silence/bound.ts';
import { standingBrackets } from '../silence/brackets.ts';
import { eventsOf } from '../silence/load.ts';
import { isFinal, silenceAt } from '../silence/rules.ts';
import { authorityIn, instantNow } from '../texts/authority.ts';
import {
  type LoadedText,
  type LoadedVersion,
  lockText,
  openVersion,
  textForReading,
  versionOf,
} from '../texts/load.ts';
import { tellText } from '../texts/readers.ts';
import { isDecided } from './decided.ts';
import { holdingsAt } from './material.ts';
import { tellOfDecision } from './notices.ts';
import type { adoptInput } from './schemas.ts';
import { settleBody } from './settle.ts';
import { lockNumbering, writeDecision } from './write.ts';

/**
 * The chair records that a body agreed a text in a meeting. It takes effect when it is recorded, and not before what
 * silence has adopted until then, so that numbers stay in the order of instants. Written by the worker's role as every
 * decision is, in one transaction that asks once more whether the person chairs the body.
 */
export async function adoptInMeeting(ctx: SignedIn, input: z.infer<typeof adoptInput>) {
  const { body } = await textForReading(ctx, input.textId);
  authorize(makesVersions(ctx.actor, body.id));
  await settleBody(ctx.services, body.id);
  return asWorker(ctx.services, async (inner) => {
    // Under the chair's own name; the database role is the worker's.
    const own: SignedIn = { ...inner, actor: ctx.actor, requestId: ctx.requestId };
    await lockNumbering(own, body.id);
    const text = await lockText(own, input.textId);
    const held = await authorityIn(own, body.id);
    authorize(held.some(({ role }) => role === 'chair'));
    const version = await versionOf(own, text.id);
    if (version.id !== input.versionId) throw new AppError('CONFLICT', 'silence.newerVersion');
    const now = await instantNow(own);
    if (input.heldOn > dayIn(now, body.timeZone)) throw fieldError('heldOn', 'decisions.heldLater');
    await assertFree(own, text, version.id, now);
    await assertClean(own, { text, version, now, letGaps: input.letGaps });
    const members = await membersNow(own, body.id);
    assertReleased(text, members);
    const { heldOn, place, note } = input;
    const made = await writeDecision(own, {
      ...{ text, version, silenceId: null, effectiveAt: now, laidAt: now },
      zoneData: process.versions.tz ?? 'unknown',
      bound: members.map(({ id }) => ({ id, acknowledgedAt: null })),
      procedure: { kind: 'meeting', heldOn, place, note },
    });
    await tellOfDecision(own, text, made);
    await tellText(own, text);
    return { textId: text.id, decisionId: made.id, number: made.number };
  });
}

/** Nothing runs over the text, and the version was not adopted already. */
async function assertFree(ctx: SignedIn, text: LoadedText, versionId: string, now: Date): Promise<void> {
  if (await isDecided(ctx, versionId)) throw new AppError('CONFLICT', 'decisions.adoptedAlready');
  const [newest] = await ctx.tx
    .select({ id: silences.id })
    .from(silences)
    .where(eq(silences.textId, text.id))
    .orderBy(desc(silences.id))
    .limit(1);
  if (newest && !isFinal(silenceAt(await eventsOf(ctx, newest.id), now).state)) {
    throw new AppError('PRECONDITION_FAILED', 'decisions.silenceRuns');
  }
}

type Words = { text: LoadedText; version: LoadedVersion; now: Date; letGaps: boolean };

/** No contested wording is left; gaps only where the chair lets them stand. */
async function assertClean(ctx: SignedIn, { text, version, now, letGaps }: Words): Promise<void> {
  const { paragraphs } = await openVersion(ctx, version);
  const { brackets, gaps } = standingBrackets(paragraphs, await holdingsAt(ctx, text.id, now));
  const left = letGaps ? brackets : [...brackets, ...gaps];
  if (left.length === 0) return;
  const places = [...new Set(left.map(({ paragraph }) => paragraph || '–'))].slice(0, 20).join(', ');
  throw new AppError('PRECONDITION_FAILED', 'decisions.brackets', { count: left.length, paragraphs: places });
}
