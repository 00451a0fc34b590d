import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { silenceAuthors, silences } from '@concord/db/schema/silence';
import { textVersions } from '@concord/db/schema/texts';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { found, notFound } from '../../errors.ts';
import { isDelegated, laysTexts, makesVersions, mayBreak, sitsIn } from '../../policies/texts.ts';
import { opener } from '../../sealing/sealing.ts';
import { authorityIn, instantNow } from '../texts/authority.ts';
import { type LoadedText, openVersion, textForReading, versionOf } from '../texts/load.ts';
import { placeholders } from '../texts/rules.ts';
import { besideAad } from '../texts/seals.ts';
import { nationsByIds } from './bound.ts';
import { clockIn, proposedEnd } from './hours.ts';
import { eventsOf } from './load.ts';
import { isFinal, paces, type Silence, silenceAt } from './rules.ts';
import type { byTextInput, proposalInput } from './schemas.ts';
import { minimumHours } from './times.ts';
import type { Said } from './write.ts';

/** The silence over a text: where it stands, its history, and what the person may do. Nobody who only contributes sees it. */
export async function silenceByText(ctx: SignedIn, { textId }: z.infer<typeof byTextInput>) {
  const text = await textForReading(ctx, textId);
  if (!sitsIn(ctx.actor, text.body.id)) throw notFound();
  const [row] = await ctx.tx
    .select({ silence: silences, version: textVersions.number })
    .from(silences)
    .innerJoin(textVersions, eq(textVersions.id, silences.versionId))
    .where(eq(silences.textId, textId))
    .orderBy(desc(silences.id))
    .limit(1);
  const [held, newest] = [await authorityIn(ctx, text.body.id), await newestVersion(ctx, textId)];
  const now = await instantNow(ctx);
  const shared = {
    textId,
    now: now.toISOString(),
    body: bodyView(text),
    newestVersion: newest,
    may: {
      lead: laysTexts(ctx.actor, text.body.id),
      chair: makesVersions(ctx.actor, text.body.id),
      delegated: isDelegated(ctx.actor, text.body.id),
      break: mayBreak(held),
    },
  };
  return { ...shared, run: row ? await runView(ctx, text, row, now) : null };
}

async function newestVersion(ctx: SignedIn, textId: string) {
  const [row] = await ctx.tx
    .select({ id: textVersions.id, number: textVersions.number })
    .from(textVersions)
    .where(eq(textVersions.textId, textId))
    .orderBy(desc(textVersions.number))
    .limit(1);
  return row ?? null;
}

function bodyView({ body }: LoadedText) {
  return {
    code: body.code,
    timeZone: body.timeZone,
    workingHours: body.workingHours,
    minimumHours: Object.fromEntries(paces.map((pace) => [pace, minimumHours(body, pace)])),
    breaksNamed: body.breaksNamed,
  };
}

type Row = { silence: typeof silences.$inferSelect; version: number };

async function runView(ctx: SignedIn, text: LoadedText, { silence: row, version }: Row, now: Date) {
  const events = await eventsOf(ctx, row.id);
  const silence = silenceAt(events, now);
  const authors = await authorsOf(ctx, text, row.id);
  return {
    id: row.id,
    version: { id: row.versionId, number: version, hash: row.contentHash },
    pace: row.pace,
    ...stateView(silence),
    bound: await nationsByIds(ctx, row.bound),
    bindsUs: row.bound.includes(ctx.actor.partyId),
    acknowledged: [...acknowledged(events, authors)],
    events: events
      .filter(({ kind, id }) => kind !== 'lateNotice' || authors.has(id))
      .map(({ id, kind, at, until, about }) => ({
        ...{ id, kind, about, at: at.toISOString(), until: until?.toISOString() ?? null },
        author: authors.get(id) ?? null,
        live: silence.liveBreaks.includes(id),
      })),
  };
}

function stateView(silence: Silence) {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    state: silence.state,
    final: isFinal(silence.state),
    openedAt: iso(silence.openedAt),
    expiresAt: iso(silence.expiresAt),
    expiries: silence.expiries.map((at) => at.toISOString()),
    since: iso(silence.since),
    liveBreaks: silence.liveBreaks.length,
    liftedLate: silence.liftedLate,
  };
}

type Authors = Awaited<ReturnType<typeof authorsOf>>;

function acknowledged(events: readonly { id: string; kind: string }[], authors: Authors): Set<string> {
  const said = events
    .filter(({ kind }) => kind === 'acknowledge')
    .map(({ id }) => authors.get(id)?.nation?.id);
  return new Set(said.filter((id) => id !== undefined));
}

/** Who did what, as far as the person may know, with what was said. */
async function authorsOf(ctx: SignedIn, text: LoadedText, silenceId: string) {
  const rows = await ctx.tx
    .select({
      eventId: silenceAuthors.eventId,
      given: people.givenName,
      family: people.familyName,
      partyId: parties.id,
      code: parties.code,
      name: ctx.actor.locale === 'fr' ? parties.nameFr : parties.nameEn,
      onBehalf: silenceAuthors.onBehalf,
      sealed: silenceAuthors.sealed,
    })
    .from(silenceAuthors)
    .innerJoin(people, eq(people.id, silenceAuthors.personId))
    .leftJoin(parties, eq(parties.id, silenceAuthors.partyId))
    .where(eq(silenceAuthors.silenceId, silenceId));
  const open = rows.length > 0 ? await opener(ctx, text.id) : null;
  return new Map(
    rows.map((row) => {
      const said = JSON.parse(open?.(row.sealed, besideAad('silence', row.eventId)) ?? '{}') as Said;
      const nation =
        row.partyId && row.code ? { id: row.partyId, code: row.code, name: row.name ?? row.code } : null;
      const { given, family, onBehalf } = row;
      return [
        row.eventId,
        { person: `${given} ${family}`, nation, own: row.partyId === ctx.actor.partyId, onBehalf, said },
      ];
    }),
  );
}

/** An end to propose for the newest version, as a wall clock in the body's zone shows it, with what asks for a decision. */
export async function proposal(ctx: SignedIn, input: z.infer<typeof proposalInput>) {
  const text = await textForReading(ctx, input.textId);
  found(laysTexts(ctx.actor, text.body.id) || null);
  const version = await versionOf(ctx, text.id);
  const { paragraphs } = await openVersion(ctx, version);
  const { body } = text;
  const hours = minimumHours(body, input.pace);
  const end = proposedEnd(await instantNow(ctx), hours, body.timeZone, body.workingHours);
  return {
    versionId: version.id,
    hours,
    until: { day: dayIn(end, body.timeZone), time: clockIn(end, body.timeZone) },
    placeholders: placeholders(paragraphs).map(({ bracket }) => ({
      id: bracket.bracket,
      words: bracket.options[0]?.text ?? '',
    })),
  };
}
