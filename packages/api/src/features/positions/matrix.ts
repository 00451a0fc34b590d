import { amendmentSponsors, amendments } from '@concord/db/schema/texts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { sitsIn } from '../../policies/texts.ts';
import { standingBreaks } from '../silence/standing-breaks.ts';
import { holdingsOf, namesNation } from '../texts/beside.ts';
import { type LoadedText, openVersion, textForReading, versionOf } from '../texts/load.ts';
import { liveBrackets } from '../texts/rules.ts';
import { paragraphsOf } from './forming.ts';
import { memberNations } from './load.ts';
import { reservationRows } from './reservation-rows.ts';
import { reservationsOn } from './reservation-rules.ts';

/** Why a nation has trouble with a paragraph, what holds the text up first. */
export const troubles = ['break', 'reservation', 'amendment', 'bracket'] as const;
export type Trouble = (typeof troubles)[number];

/** One thing a nation has trouble with; `paragraphId` null where it is about the whole text. */
type Mark = { partyId: string; paragraphId: string | null; trouble: Trouble; id: string };

/**
 * Nations against paragraphs of a version: who breaks silence over it, reserves it, would amend it or keeps a bracket
 * in it, as far as the person may know. Null for whoever sits for no nation and leads nothing.
 */
export async function matrixOf(ctx: SignedIn, input: { textId: string; version?: number }) {
  const text = await textForReading(ctx, input.textId);
  if (!sitsIn(ctx.actor, text.body.id)) return null;
  const version = await versionOf(ctx, text.id, input.version);
  const paragraphs = await paragraphsOf(ctx, version);
  const known = new Set(paragraphs.map((one) => one.id));
  const { live } = reservationsOn(await reservationRows(ctx, text.id), version.number);
  const proposed = await openAmendments(ctx, text);
  const marks: Mark[] = [
    ...(await standingBreaks(ctx, text.id, version.id)).flatMap((one) =>
      spread({ ...one, trouble: 'break' as const }),
    ),
    ...live.flatMap((row) => spread({ ...row, trouble: 'reservation' as const })),
    ...proposed.named,
    ...(await keptBrackets(ctx, text, version)),
  ];
  const nations = await memberNations(ctx, text.body.id);
  return {
    textId: text.id,
    version: version.number,
    paragraphs,
    nations: nations.map((nation) => ({ ...nation, mine: nation.id === ctx.actor.partyId })),
    /** About a paragraph that an older version had: it stands under the whole text. */
    marks: marks.map((one) =>
      one.paragraphId === null || known.has(one.paragraphId) ? one : { ...one, paragraphId: null },
    ),
    /** What this body does not say whose it is. */
    unnamed: !text.body.amendmentsNamed && proposed.unnamed,
  };
}

function spread<Of extends { partyId: string; paragraphIds: readonly string[]; id: string }>({
  partyId,
  paragraphIds,
  id,
  trouble,
}: Of & { trouble: Trouble }): Mark[] {
  const places = paragraphIds.length === 0 ? [null] : paragraphIds;
  return places.map((paragraphId) => ({ partyId, paragraphId, trouble, id }));
}

/** Amendments nobody has decided on, by those who proposed and joined them as far as they are named. */
async function openAmendments(ctx: SignedIn, text: LoadedText) {
  const rows = await ctx.tx
    .select({ id: amendments.id, paragraphId: amendments.paragraphId, partyId: amendments.partyId })
    .from(amendments)
    .where(and(eq(amendments.textId, text.id), isNull(amendments.outcome)))
    .orderBy(asc(amendments.id));
  const ids = rows.map((row) => row.id);
  const joined = await ctx.tx
    .select({ amendmentId: amendmentSponsors.amendmentId, partyId: amendmentSponsors.partyId })
    .from(amendmentSponsors)
    .where(and(inArray(amendmentSponsors.amendmentId, ids), isNull(amendmentSponsors.leftAt)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all: Mark[] = [
    ...rows.map(({ id, paragraphId, partyId }) => ({ partyId, paragraphId, id })),
    ...joined.map(({ amendmentId, partyId }) => ({
      partyId,
      paragraphId: byId.get(amendmentId)?.paragraphId ?? null,
      id: amendmentId,
    })),
  ].map((one) => ({ ...one, trouble: 'amendment' as const }));
  const named = all.filter((one) => namesNation(ctx, text, one.partyId));
  return { named, unnamed: named.length < all.length };
}

/** Brackets that stand in the version, by who keeps words of them as far as they are named. */
async function keptBrackets(
  ctx: SignedIn,
  text: LoadedText,
  version: Awaited<ReturnType<typeof versionOf>>,
): Promise<Mark[]> {
  const { paragraphs } = await openVersion(ctx, version);
  const holdings = await holdingsOf(ctx, text.id);
  const places = new Map(
    liveBrackets(paragraphs, holdings).map((one) => [one.bracket.bracket, one.paragraphId]),
  );
  const kept = new Map<string, Mark>();
  for (const { bracketId, partyId } of holdings) {
    const paragraphId = places.get(bracketId);
    if (paragraphId === undefined || !namesNation(ctx, text, partyId)) continue;
    kept.set(`${partyId} ${bracketId}`, { partyId, paragraphId, trouble: 'bracket', id: bracketId });
  }
  return [...kept.values()];
}
