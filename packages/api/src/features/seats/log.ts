import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SeatMove } from './rules.ts';
import type { PartyNames, Seen } from './seen.ts';

/** Lines of a log that one page shows. */
export const LOG_PAGE = 40;

/** The party of who wrote a line; names of those who act are for nobody to read here. */
export function actingParty(actorId: Column): SQL<string | null> {
  return sql<
    string | null
  >`(select y.code from person a join party y on y.id = a.party_id where a.id = ${actorId})`;
}

type Row = {
  place: number;
  at: Date;
  personId: string | null;
  partyId: string | null;
  reofferAt: Date | null;
};
type Known = { seen: ReadonlyMap<string, Seen>; parties: PartyNames; moves: readonly SeatMove[] };

/**
 * A page of what happened to seats, the newest first: each act, and beneath it the moves that followed. One row more
 * than a page says that there is an older one; `older` is the place to ask for it by.
 */
export function logPage<Line extends Row>(rows: readonly Line[], { seen, parties, moves }: Known) {
  const shown = rows.slice(0, LOG_PAGE);
  const nameOf = (id: string | null) => (id === null ? null : (seen.get(id)?.name ?? null));
  const codeOf = (id: string) => parties.get(id)?.code ?? '';
  return {
    items: shown.map(({ at, personId, partyId, reofferAt, ...line }) => ({
      ...line,
      at: at.toISOString(),
      person: nameOf(personId),
      party: partyId === null ? null : codeOf(partyId),
      reofferAt: reofferAt?.toISOString() ?? null,
      moves: moves
        .filter(({ place }) => place === line.place)
        .map((move) => ({
          ...{ person: nameOf(move.personId), party: codeOf(move.partyId) },
          ...{ what: move.what, why: move.why },
          // The day of the re-offer came after the line before it, without any act.
          at: move.at > at ? move.at.toISOString() : null,
        })),
    })),
    older: rows.length > LOG_PAGE ? (shown.at(-1)?.place ?? null) : null,
  };
}

/** Everybody a page of a log may have to name. */
export function namedIn(rows: readonly Pick<Row, 'personId'>[], moves: readonly SeatMove[]): string[] {
  return [...rows, ...moves].flatMap(({ personId }) => personId ?? []);
}
