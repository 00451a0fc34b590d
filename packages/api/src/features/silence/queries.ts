import { silences } from '@concord/db/schema/silence';
import { positions, textVersions } from '@concord/db/schema/texts';
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import {
  isDelegated,
  laysTexts,
  makesVersions,
  mayBreak,
  mayTakePosition,
  sitsIn,
} from '../../policies/texts.ts';
import { isDecided } from '../decisions/decided.ts';
import { authorityIn, instantNow } from '../texts/authority.ts';
import { type LoadedText, newestVersion, openVersion, textForReading, versionOf } from '../texts/load.ts';
import { type Authors, authorsOf } from './authors.ts';
import { membersNow, nationsByIds } from './bound.ts';
import { canNow, type Standing } from './can.ts';
import { lettersOf } from './letters.ts';
import { paragraphsNamed } from './paragraphs.ts';
import { isFinal, type Silence, type SilenceEvent, silenceAt } from './rules.ts';
import type { byTextInput } from './schemas.ts';
import { standing } from './standing.ts';

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
  const newest = await newestVersion(ctx, textId);
  const rights = await rightsIn(ctx, text);
  const run = row ? await runView(ctx, text, row, rights) : null;
  const now = run?.now ?? (await instantNow(ctx));
  const nothing = { ...rights, bound: false, acknowledged: false, ownLive: false, ownLetter: false };
  // What was adopted, in a meeting too, is not laid under silence again; others begin nothing anyway.
  const decided = rights.lead && newest !== undefined && (await isDecided(ctx, newest.id));
  const sameAdopted = decided || (run?.view.state === 'adopted' && run.view.version.id === newest?.id);
  const first = newest ? canNow(silenceAt([], now), now, nothing, { sameAdopted }) : [];
  return {
    textId,
    now: now.toISOString(),
    body: {
      code: text.body.code,
      timeZone: text.body.timeZone,
      breaksNamed: text.body.breaksNamed,
    },
    newestVersion: newest ? { id: newest.id, number: newest.number } : null,
    leads: rights.lead,
    delegated: rights.delegated,
    can: run ? canNow(run.silence, now, run.standing, { sameAdopted }) : first,
    run: run?.view ?? null,
  };
}

type Rights = Pick<Standing, 'lead' | 'chair' | 'delegated' | 'mayBreak' | 'mayTake'>;

async function rightsIn(ctx: SignedIn, { body }: LoadedText): Promise<Rights> {
  const held = await authorityIn(ctx, body.id);
  return {
    lead: laysTexts(ctx.actor, body.id),
    chair: makesVersions(ctx.actor, body.id),
    delegated: isDelegated(ctx.actor, body.id),
    mayBreak: mayBreak(held),
    mayTake: mayTakePosition(held),
  };
}

type Row = { silence: typeof silences.$inferSelect; version: number };

async function runView(ctx: SignedIn, text: LoadedText, { silence: row, version }: Row, rights: Rights) {
  const { events, silence, now } = await standing(ctx, row.id);
  const authors = await authorsOf(ctx, text, row.id);
  const bound = silence.openedAt === null ? await wouldBind(ctx, text, rights) : row.bound;
  const acknowledged = acknowledgements(events, authors);
  const own = [...authors].flatMap(([id, { own, onBehalf }]) =>
    own && silence.liveBreaks.includes(id) ? [{ id, onBehalf }] : [],
  );
  const letter = own.find(
    ({ id, onBehalf }) =>
      onBehalf && !events.some(({ kind, about }) => kind === 'confirmLetter' && about === id),
  );
  const view = {
    id: row.id,
    version: { id: row.versionId, number: version, hash: row.contentHash },
    pace: row.pace,
    timeZone: row.timeZone,
    placeholders: row.placeholders.length,
    ...stateView(silence),
    nations: await nationsView(ctx, row, { bound, acknowledged, authors }),
    joinedSince: runs(silence) ? await joinedSince(ctx, text, row.bound) : [],
    bindsUs: bound.includes(ctx.actor.partyId),
    ownBreak: own[0]?.id ?? null,
    ownLetter: letter?.id ?? null,
    events: await eventsView(ctx, text, { events, authors, silence, version }),
  };
  return {
    view,
    silence,
    now,
    standing: {
      ...rights,
      bound: view.bindsUs,
      acknowledged: acknowledged.has(ctx.actor.partyId),
      ownLive: own.length > 0,
      ownLetter: letter !== undefined,
    },
  };
}

/** Whom an announced silence would bind, where it plays a part for the reader. */
async function wouldBind(ctx: SignedIn, text: LoadedText, { delegated, lead }: Rights): Promise<string[]> {
  if (!delegated && !lead) return [];
  return (await membersNow(ctx, text.body.id)).map(({ id }) => id);
}

const runs = ({ openedAt, state }: Silence) => openedAt !== null && !isFinal(state);

/** Nations that came to the body after a silence was opened: it does not bind them (invariant I4). */
async function joinedSince(ctx: SignedIn, text: LoadedText, bound: readonly string[]) {
  const members = await membersNow(ctx, text.body.id);
  const since = members.filter(({ id }) => !bound.includes(id)).map(({ id }) => id);
  return nationsByIds(ctx, since);
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

/** When each nation first said that it has the text. */
function acknowledgements(events: readonly SilenceEvent[], authors: Authors): Map<string, string> {
  const first = new Map<string, string>();
  for (const { id, kind, at } of events) {
    const nation = authors.get(id)?.nation?.id;
    if (kind === 'acknowledge' && nation && !first.has(nation)) first.set(nation, at.toISOString());
  }
  return first;
}

type Said = { bound: readonly string[]; acknowledged: Map<string, string>; authors: Authors };

/** Each nation it binds: whether it has the text, by which channel, and what it said; a break stands with the events. */
async function nationsView(
  ctx: SignedIn,
  row: typeof silences.$inferSelect,
  { bound, acknowledged, authors }: Said,
) {
  const nations = await nationsByIds(ctx, bound);
  const spoken = await ctx.tx
    .select({ partyId: positions.partyId })
    .from(positions)
    .where(
      and(
        eq(positions.versionId, row.versionId),
        isNotNull(positions.releasedAt),
        isNull(positions.endedAt),
        inArray(positions.stance, ['agree', 'noObjection']),
      ),
    );
  const agreeing = new Set(spoken.map(({ partyId }) => partyId));
  const otherwise = new Set(
    [...authors.values()].flatMap(({ said }) => said.servedOtherwise?.partyIds ?? []),
  );
  return nations.map((nation) => ({
    ...nation,
    mine: nation.id === ctx.actor.partyId,
    acknowledgedAt: acknowledged.get(nation.id) ?? null,
    servedOtherwise: otherwise.has(nation.id),
    noObjection: agreeing.has(nation.id),
  }));
}

type Told = {
  events: readonly SilenceEvent[];
  authors: Authors;
  silence: Silence;
  version: number;
};

async function eventsView(ctx: SignedIn, text: LoadedText, { events, authors, silence, version }: Told) {
  const named = [...authors.values()].flatMap(({ said }) => said.paragraphIds ?? []);
  const paragraphs =
    named.length > 0
      ? paragraphsNamed((await openVersion(ctx, await versionOf(ctx, text.id, version))).paragraphs)
      : [];
  const letters = await lettersOf(
    ctx,
    [...authors].flatMap(([id, { onBehalf }]) => (onBehalf ? [id] : [])),
  );
  return events
    .filter(({ kind, id }) => kind !== 'lateNotice' || authors.has(id))
    .map(({ id, kind, at, until, about }) => {
      const author = authors.get(id) ?? null;
      const wanted = new Set(author?.said.paragraphIds ?? []);
      return {
        ...{ id, kind, about, at: at.toISOString(), until: until?.toISOString() ?? null },
        author,
        paragraphs: paragraphs.filter((one) => wanted.has(one.id)),
        letters: letters.get(id) ?? [],
        live: silence.liveBreaks.includes(id),
      };
    });
}
