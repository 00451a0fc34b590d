import type { LedgerLine, SeatSettings } from '../features/seats/rules.ts';
import type { SeatKind } from '../features/seats/schemas.ts';

/** When a ledger that is written down begins. */
export const START = Date.parse('2027-03-01T08:00:00Z');
/** Nobody has to agree, and what a party leaves stays with it. */
export const open: SeatSettings = { approval: 'none', reofferAt: null };
/** After all that is ever written down. */
export const late = new Date(START + 10_000_000_000);

/** A line of a ledger, in short. */
export type Step = {
  kind: LedgerLine['kind'];
  person?: string;
  party?: string;
  seats?: number;
  urgent?: boolean;
  replaces?: string;
  settings?: SeatSettings;
};

/** A ledger written down: a minute between its lines. */
export function ledger(steps: readonly Step[]): LedgerLine[] {
  return steps.map(({ kind, person, party, seats, urgent, replaces, settings }, index) => ({
    place: index + 1,
    at: new Date(START + index * 60_000),
    kind,
    personId: person ?? null,
    partyId: party ?? (person ? (person[0] ?? null) : null),
    seats: seats ?? null,
    urgent: urgent ?? false,
    replacesId: replaces ?? null,
    approval: settings?.approval ?? null,
    reofferAt: settings?.reofferAt ?? null,
  }));
}

/** A party has so many seats from here on. */
export const quota = (party: string, seats: number): Step => ({ kind: 'quota', party, seats });
/** So many seats are for all. */
export const shared = (seats: number): Step => ({ kind: 'shared', seats });
/** Somebody asks; their party is the first letter of their name. */
export const ask = (person: string, urgent = false): Step => ({ kind: 'request', person, urgent });
/** Something is done about somebody. */
export const act = (kind: SeatKind, person: string): Step => ({ kind, person });
/** This decides from here on. */
export const decide = (settings: SeatSettings): Step => ({ kind: 'settings', settings });
/** Somebody takes the place of another. */
export const instead = (person: string, replaces: string): Step => ({
  kind: 'substituted',
  person,
  replaces,
});
