import { systemSettings } from '@concord/db/schema/markings';
import { parties, partyHolidays } from '@concord/db/schema/parties';
import { and, asc, between, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { type Day, dayIn } from '../../days.ts';
import { AppError, found } from '../../errors.ts';
import { laysTexts } from '../../policies/texts.ts';
import { instantNow } from '../texts/authority.ts';
import { holdingsOf } from '../texts/beside.ts';
import { type LoadedText, openVersion, textForReading, versionOf } from '../texts/load.ts';
import { membersNow, nationsByIds, notReached, notReleasedTo } from './bound.ts';
import { standingBrackets } from './brackets.ts';
import { afterWorkingHours, clockIn, instantsOf, proposedEnd } from './hours.ts';
import { newestSilence } from './load.ts';
import { asksToConfirm, isFinal, type Pace, paces } from './rules.ts';
import type { checkEndInput, proposalInput } from './schemas.ts';
import { standing } from './standing.ts';
import { minimumHours, RESUMED_HOURS, wallInstant } from './times.ts';

const wallOf = (at: Date, zone: string) => ({ day: dayIn(at, zone), time: clockIn(at, zone) });

/**
 * What a chair decides on before laying the newest version on the table: an end to propose for each pace, as a wall
 * clock in the body's zone shows it, brackets and gaps that stand, and nations that could not read it or break silence.
 */
export async function proposal(ctx: SignedIn, input: z.infer<typeof proposalInput>) {
  const text = await textForReading(ctx, input.textId);
  found(laysTexts(ctx.actor, text.body.id) || null);
  const version = await versionOf(ctx, text.id);
  const { paragraphs } = await openVersion(ctx, version);
  const before = await beforeIt(ctx, text);
  const members = await membersNow(ctx, text.body.id);
  const closed = notReleasedTo(text, members);
  const unreached = (await notReached(ctx, text, members)).filter((one) => !closed.includes(one));
  return {
    version: { id: version.id, number: version.number },
    body: {
      code: text.body.code,
      timeZone: text.body.timeZone,
      workingHours: text.body.workingHours,
    },
    ...before,
    paces: await endsFor(ctx, text, before.confirms),
    ...standingBrackets(paragraphs, await holdingsOf(ctx, text.id)),
    bound: members.length,
    notReleased: await named(ctx, closed),
    notReached: await named(ctx, unreached),
  };
}

const named = (ctx: SignedIn, members: readonly { id: string }[]) =>
  nationsByIds(
    ctx,
    members.map(({ id }) => id),
  );

/** The procedure that is announced, or whose break was lifted too late and may be confirmed anew. */
async function beforeIt(ctx: SignedIn, text: LoadedText) {
  const newest = await newestSilence(ctx, text.id);
  const silence = newest ? (await standing(ctx, newest.id)).silence : null;
  const announced =
    newest && silence?.state === 'announced'
      ? {
          silenceId: newest.id,
          pace: newest.pace,
          until: silence.expiresAt && wallOf(silence.expiresAt, newest.timeZone),
          placeholders: newest.placeholders,
        }
      : null;
  const confirms = silence !== null && asksToConfirm(silence);
  return {
    announced,
    confirms,
    begun: silence !== null && !isFinal(silence.state) && !announced && !confirms,
  };
}

async function endsFor(ctx: SignedIn, { body }: LoadedText, confirms: boolean) {
  const now = await instantNow(ctx);
  const of = (pace: Pace) => {
    const hours = confirms ? body.urgentSilenceHours : minimumHours(body, pace);
    return {
      pace,
      hours,
      until: wallOf(proposedEnd(now, hours, body.timeZone, body.workingHours), body.timeZone),
    };
  };
  return paces.map(of);
}

/** What an end that the chair thinks of comes to. */
export async function checkEnd(ctx: SignedIn, input: z.infer<typeof checkEndInput>) {
  const text = await textForReading(ctx, input.textId);
  found(laysTexts(ctx.actor, text.body.id) || null);
  return endCheck(ctx, text.body, input.until);
}

type Wall = z.infer<typeof checkEndInput>['until'];

/**
 * What an end comes to in a body: the instant, or why it cannot be one; which capitals have a holiday that day or before
 * it; and both instants, where the clocks are set back and the time comes twice.
 */
export async function endCheck(ctx: SignedIn, body: LoadedText['body'], until: Wall) {
  const now = await instantNow(ctx);
  const twice = instantsOf(until.day, until.time, body.timeZone);
  const members = await membersNow(ctx, body.id);
  const holidays = await holidaysUntil(ctx, members, { from: dayIn(now, body.timeZone), to: until.day });
  return {
    now: now.toISOString(),
    day: until.day,
    timeZone: body.timeZone,
    headquarters: await headquartersZone(ctx),
    capitals: members.length,
    ...instantOrProblem(body, until, now),
    twice: twice.length > 1 ? twice.map((at) => at.toISOString()) : [],
    holidays,
  };
}

function instantOrProblem(body: LoadedText['body'], until: Wall, now: Date) {
  try {
    return { at: wallInstant(body, until, now).toISOString(), problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [field] = error.fields;
    return { at: null, problem: field ? { key: field.key, params: field.params ?? {} } : null };
  }
}

async function headquartersZone(ctx: SignedIn): Promise<string> {
  const [row] = await ctx.tx.select({ zone: systemSettings.timeZone }).from(systemSettings);
  return row?.zone ?? 'UTC';
}

/** Holidays of the body's nations from a day to another, by day and nation. */
async function holidaysUntil(
  ctx: SignedIn,
  members: readonly { id: string }[],
  { from, to }: { from: Day; to: Day },
) {
  if (members.length === 0) return [];
  const french = ctx.locale === 'fr';
  return ctx.tx
    .select({
      day: partyHolidays.day,
      code: parties.code,
      nation: french ? parties.nameFr : parties.nameEn,
      name: french ? partyHolidays.nameFr : partyHolidays.nameEn,
    })
    .from(partyHolidays)
    .innerJoin(parties, eq(parties.id, partyHolidays.partyId))
    .where(
      and(
        between(partyHolidays.day, from, to),
        inArray(
          partyHolidays.partyId,
          members.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(partyHolidays.day), asc(parties.code))
    .limit(200);
}

/** An end to propose for a silence that is extended or resumed: later than the one in force, and time to look once more. */
export async function laterEnd(ctx: SignedIn, { textId }: { textId: string }) {
  const text = await textForReading(ctx, textId);
  found(laysTexts(ctx.actor, text.body.id) || null);
  const newest = found(await newestSilence(ctx, text.id));
  const { silence, now } = await standing(ctx, newest.id);
  const { timeZone, workingHours } = text.body;
  const earliest = afterWorkingHours(now, RESUMED_HOURS, timeZone, workingHours);
  const end = silence.expiresAt ?? now;
  // An extension gives a day more; a resumption at least what the rule asks for.
  const extended = proposedEnd(end, 24, timeZone, workingHours);
  const resumed = proposedEnd(new Date(Math.max(+earliest, +end)), 0, timeZone, workingHours);
  return {
    extend: wallOf(extended, timeZone),
    resume: wallOf(resumed, timeZone),
    hours: RESUMED_HOURS,
    workingHours,
    timeZone,
  };
}
