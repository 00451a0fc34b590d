import { silenceEvents, silences } from '@concord/db/schema/silence';
import { amendments, bracketHolders, reservations, textVersions } from '@concord/db/schema/texts';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { openers } from '../../sealing/sealing.ts';
import { silenceAt } from '../silence/rules.ts';
import { instantNow } from './authority.ts';
import { liveBrackets } from './rules.ts';
import type { VersionContent } from './schemas.ts';
import { versionAad } from './seals.ts';

/** A text with its newest version, as far as it has one. */
type Listed = { id: string; versionId: string | null };

const listOf = (rows: readonly { textId: string }[]) => new Set(rows.map((row) => row.textId));

/**
 * What stands open about each of some texts, for whoever sits in their body: brackets, silence over the newest version,
 * and how many things the reader's own nation has trouble with.
 */
export async function statesOf(ctx: SignedIn, listed: readonly Listed[]) {
  const versionIds = listed.flatMap((one) => one.versionId ?? []);
  if (versionIds.length === 0) return new Map<string, TextState>();
  const textIds = listed.map((one) => one.id);
  const brackets = await bracketsOf(ctx, textIds, versionIds);
  const own = await ownTrouble(ctx, textIds, versionIds);
  const silence = await silenceOf(ctx, versionIds);
  return new Map(
    listed.map(({ id, versionId }): [string, TextState] => {
      const live = brackets.get(id) ?? { open: 0, ours: 0 };
      return [
        id,
        {
          brackets: live.open,
          ours: live.ours + (own.get(id) ?? 0),
          silence: (versionId && silence.get(versionId)) || null,
        },
      ];
    }),
  );
}

export type TextState = {
  brackets: number;
  ours: number;
  silence: { state: ReturnType<typeof silenceAt>['state']; until: string | null } | null;
};

/** The brackets that still stand in each text, and in how many of them the own nation keeps words. */
async function bracketsOf(ctx: SignedIn, textIds: readonly string[], versionIds: readonly string[]) {
  const versions = await ctx.tx
    .select({ id: textVersions.id, textId: textVersions.textId, sealed: textVersions.sealed })
    .from(textVersions)
    .where(inArray(textVersions.id, [...versionIds]));
  const holdings = await ctx.tx
    .select({
      textId: bracketHolders.textId,
      bracketId: bracketHolders.bracketId,
      optionId: bracketHolders.optionId,
      partyId: bracketHolders.partyId,
    })
    .from(bracketHolders)
    .where(and(inArray(bracketHolders.textId, [...textIds]), isNull(bracketHolders.droppedAt)));
  const bracketed = listOf(holdings);
  const open = await openers(ctx, [...bracketed]);
  const counted = versions.flatMap(({ id, textId, sealed }): [string, { open: number; ours: number }][] => {
    const opened = open.get(textId)?.(sealed, versionAad(id));
    if (!opened) return [];
    const held = holdings.filter((one) => one.textId === textId);
    const live = liveBrackets((JSON.parse(opened) as VersionContent).paragraphs, held);
    const mine = new Set(held.filter((one) => one.partyId === ctx.actor.partyId).map((one) => one.bracketId));
    return [
      [textId, { open: live.length, ours: live.filter((one) => mine.has(one.bracket.bracket)).length }],
    ];
  });
  return new Map(counted);
}

/** How many open amendments and reservations the own nation has on each text. */
async function ownTrouble(ctx: SignedIn, textIds: readonly string[], versionIds: readonly string[]) {
  const { partyId } = ctx.actor;
  const proposed = await ctx.tx
    .select({ textId: amendments.textId, count: sql`count(*)`.mapWith(Number) })
    .from(amendments)
    .where(
      and(
        inArray(amendments.textId, [...textIds]),
        eq(amendments.partyId, partyId),
        isNull(amendments.outcome),
      ),
    )
    .groupBy(amendments.textId);
  const reserved = await ctx.tx
    .select({ textId: textVersions.textId, count: sql`count(*)`.mapWith(Number) })
    .from(reservations)
    .innerJoin(textVersions, eq(textVersions.id, reservations.versionId))
    .where(
      and(
        inArray(reservations.versionId, [...versionIds]),
        eq(reservations.partyId, partyId),
        isNull(reservations.liftedAt),
      ),
    )
    .groupBy(textVersions.textId);
  const sums = new Map<string, number>();
  for (const { textId, count } of [...proposed, ...reserved])
    sums.set(textId, (sums.get(textId) ?? 0) + count);
  return sums;
}

/** Where the last silence over each version stands by the clock of the database. */
async function silenceOf(ctx: SignedIn, versionIds: readonly string[]) {
  const rows = await ctx.tx
    .selectDistinctOn([silences.versionId], { id: silences.id, versionId: silences.versionId })
    .from(silences)
    .where(inArray(silences.versionId, [...versionIds]))
    .orderBy(silences.versionId, desc(silences.id));
  const none = new Map<string, NonNullable<TextState['silence']>>();
  if (rows.length === 0) return none;
  const ids = rows.map((row) => row.id);
  const now = await instantNow(ctx);
  let events = await eventsOf(ctx, ids);
  const adopted = ids.filter((id) => silenceAt(ofSilence(events, id), now).state === 'adopted');
  if (adopted.length > 0) {
    // A reader past the deadline takes the lock of whoever may be breaking before it says "adopted" (DESIGN 3).
    await ctx.tx.execute(sql`select 1 from silence where ${inArray(sql`id`, adopted)} order by id for share`);
    events = await eventsOf(ctx, ids);
  }
  return new Map(
    rows.map(({ id, versionId }) => {
      const { state, expiresAt } = silenceAt(ofSilence(events, id), now);
      return [versionId, { state, until: expiresAt?.toISOString() ?? null }];
    }),
  );
}

type Events = Awaited<ReturnType<typeof eventsOf>>;

const ofSilence = (events: Events, id: string): Events => events.filter((event) => event.silenceId === id);

function eventsOf(ctx: SignedIn, silenceIds: readonly string[]) {
  return ctx.tx
    .select({
      silenceId: silenceEvents.silenceId,
      id: silenceEvents.id,
      kind: silenceEvents.kind,
      at: silenceEvents.at,
      until: silenceEvents.until,
      about: silenceEvents.about,
    })
    .from(silenceEvents)
    .where(inArray(silenceEvents.silenceId, [...silenceIds]))
    .orderBy(asc(silenceEvents.at), asc(silenceEvents.id));
}
