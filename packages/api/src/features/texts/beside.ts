import { parties } from '@concord/db/schema/parties';
import { amendments, bracketHolders, paragraphStandings, reservations } from '@concord/db/schema/texts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { runs } from '../../policies/threads.ts';
import type { LoadedText } from './load.ts';
import type { Holding } from './rules.ts';

/** A nation as it is named beside a text. */
export type NationView = { id: string; code: string; name: string };

const nation = (ctx: SignedIn) => ({
  id: parties.id,
  code: parties.code,
  name: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
});

/**
 * Whether a nation's part in amendments and brackets is told to this reader: where the body names nations, to whoever
 * leads it, and to the nation itself.
 */
export function namesNation(ctx: SignedIn, text: LoadedText, partyId: string): boolean {
  return text.body.amendmentsNamed || partyId === ctx.actor.partyId || runs(ctx.actor, text.body.id);
}

/** Who keeps which option of a bracket, at an instant or now. */
export async function holdingsOf(
  ctx: SignedIn,
  textId: string,
  at: Date | null = null,
): Promise<(Holding & { nation: NationView })[]> {
  const rows = await ctx.tx
    .select({
      bracketId: bracketHolders.bracketId,
      optionId: bracketHolders.optionId,
      partyId: bracketHolders.partyId,
      nation: nation(ctx),
    })
    .from(bracketHolders)
    .innerJoin(parties, eq(parties.id, bracketHolders.partyId))
    .where(and(eq(bracketHolders.textId, textId), heldAt(at)))
    .orderBy(asc(parties.code));
  return rows;
}

function heldAt(at: Date | null) {
  if (at === null) return isNull(bracketHolders.droppedAt);
  const instant = at.toISOString();
  return sql`${bracketHolders.heldAt} <= ${instant}::timestamptz
    and (${bracketHolders.droppedAt} is null or ${bracketHolders.droppedAt} > ${instant}::timestamptz)`;
}

/** Where the chair sees each paragraph stand, by its id; one never spoken of is open. */
export async function standingsOf(ctx: SignedIn, textId: string) {
  const rows = await ctx.tx
    .selectDistinctOn([paragraphStandings.paragraphId], {
      paragraphId: paragraphStandings.paragraphId,
      standing: paragraphStandings.standing,
      at: paragraphStandings.setAt,
    })
    .from(paragraphStandings)
    .where(eq(paragraphStandings.textId, textId))
    .orderBy(paragraphStandings.paragraphId, sql`${paragraphStandings.id} desc`);
  return Object.fromEntries(
    rows.map(({ paragraphId, standing, at }) => [paragraphId, { standing, at: at.toISOString() }]),
  );
}

/** The reservations that stand on a version, by nation: they say which paragraphs are reserved and by whom. */
export async function reservedOn(ctx: SignedIn, versionId: string) {
  return ctx.tx
    .select({
      id: reservations.id,
      kind: reservations.kind,
      paragraphIds: reservations.paragraphIds,
      expectedLift: reservations.expectedLift,
      nation: nation(ctx),
    })
    .from(reservations)
    .innerJoin(parties, eq(parties.id, reservations.partyId))
    .where(and(eq(reservations.versionId, versionId), isNull(reservations.liftedAt)))
    .orderBy(asc(parties.code), asc(reservations.id));
}

/**
 * How many amendments the person may read, how many of them are of their own nation and still open, and how many stand
 * undecided at each paragraph.
 */
export async function amendmentCounts(ctx: SignedIn, textId: string) {
  const undecided = sql`count(*) filter (where ${amendments.outcome} is null)`;
  const rows = await ctx.tx
    .select({
      paragraphId: amendments.paragraphId,
      all: sql`count(*)`.mapWith(Number),
      open: undecided.mapWith(Number),
      own: sql`count(*) filter (where ${amendments.partyId} = ${ctx.actor.partyId} and ${amendments.outcome} is null)`.mapWith(
        Number,
      ),
    })
    .from(amendments)
    .where(eq(amendments.textId, textId))
    .groupBy(amendments.paragraphId);
  const sum = (key: 'all' | 'own') => rows.reduce((total, row) => total + row[key], 0);
  const byParagraph: Record<string, { all: number; open: number }> = {};
  for (const { paragraphId, all, open } of rows) if (paragraphId) byParagraph[paragraphId] = { all, open };
  return { all: sum('all'), own: sum('own'), byParagraph };
}
