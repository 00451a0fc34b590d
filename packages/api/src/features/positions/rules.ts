/** What a nation may say of a version, in the order in which a form offers it. */
export const stances = [
  'agree',
  'noObjection',
  'agreeWithComment',
  'reservation',
  'cannotAccept',
  'awaitingInstructions',
  'notParticipating',
] as const;
export type Stance = (typeof stances)[number];

/** Stances that say nothing without words. */
const WITH_WORDS: ReadonlySet<Stance> = new Set(['agreeWithComment', 'reservation', 'cannotAccept']);

/** Whether a stance needs words of its own. */
export function needsWords(stance: Stance): boolean {
  return WITH_WORDS.has(stance);
}

/** What kinds of doubt a nation may enter, in the order in which a form offers them. */
export const reservationKinds = [
  'general',
  'scrutiny',
  'parliamentaryScrutiny',
  'waiting',
  'linguistic',
  'other',
] as const;
export type ReservationKind = (typeof reservationKinds)[number];

/** Whether a kind says nothing without words. */
export function kindNeedsWords(kind: ReservationKind): boolean {
  return kind === 'general' || kind === 'other';
}

/** A position as the rules need it; `number` is that of its version. */
export type PositionFacts = {
  id: string;
  number: number;
  partyId: string;
  stance: Stance;
  preparedBy: string;
  released: boolean;
  ended: boolean;
};

/** How a nation stands to a version: it said so, it said something of an older one, or it said nothing. */
export type Standing<Position> =
  | { state: 'said'; position: Position }
  | { state: 'stale'; position: Position }
  | { state: 'nothing'; position: null };

/**
 * How a nation stands to version `number`. What it said of an older version is never carried over: it is shown as said
 * of that version and not confirmed on this one.
 */
export function standingOf<Position extends PositionFacts>(
  rows: readonly Position[],
  partyId: string,
  number: number,
): Standing<Position> {
  const live = rows.filter(
    (row) => row.partyId === partyId && row.released && !row.ended && row.number <= number,
  );
  const newest = live.reduce<Position | null>(
    (best, row) => (best === null || row.number > best.number ? row : best),
    null,
  );
  if (newest === null) return { state: 'nothing', position: null };
  return { state: newest.number === number ? 'said' : 'stale', position: newest };
}

/** What a nation has prepared and not released: one at a time for a text. */
export function preparedOf<Position extends PositionFacts>(
  rows: readonly Position[],
  partyId: string,
): Position | null {
  return rows.find((row) => row.partyId === partyId && !row.released && !row.ended) ?? null;
}

/** What decides what a person may do for the nation: read from the database at the instant of the act. */
export type Rights = {
  personId: string;
  /** Sits in the delegation of a nation that is a member of the body. */
  delegated: boolean;
  /** Holds the power to take positions. */
  empowered: boolean;
  /** The nation wants positions prepared by one person and released by another. */
  fourEyes: boolean;
};

/** Why an act is not possible, as the key of its words. */
export type Refusal =
  | 'position.notMember'
  | 'position.power'
  | 'position.ownPrepared'
  | 'position.alreadyPrepared'
  | 'position.fourEyesLift';

/** What becomes of a position that somebody takes: released at once, prepared for another, or refused. */
export function takeOutcome(
  rights: Rights,
  wanted: { prepareOnly: boolean },
  prepared: Pick<PositionFacts, 'preparedBy'> | null,
): 'released' | 'prepared' | Refusal {
  if (!rights.delegated) return 'position.notMember';
  if (!wanted.prepareOnly && !rights.empowered) return 'position.power';
  if (!wanted.prepareOnly && !rights.fourEyes) return 'released';
  return prepared !== null && prepared.preparedBy !== rights.personId
    ? 'position.alreadyPrepared'
    : 'prepared';
}

/** Why a person may not release what was prepared, or null. */
export function releaseRefusal(rights: Rights, prepared: Pick<PositionFacts, 'preparedBy'>): Refusal | null {
  if (!rights.delegated) return 'position.notMember';
  if (!rights.empowered) return 'position.power';
  return rights.fourEyes && prepared.preparedBy === rights.personId ? 'position.ownPrepared' : null;
}

/** Why a person may not take back what was prepared, or null: who prepared it may, and who could release it. */
export function takeBackRefusal(rights: Rights, prepared: Pick<PositionFacts, 'preparedBy'>): Refusal | null {
  if (!rights.delegated) return 'position.notMember';
  return prepared.preparedBy === rights.personId || rights.empowered ? null : 'position.power';
}

/** Why a person may not lift what the nation has said, or null: under four eyes nothing is undone by one alone. */
export function liftRefusal(rights: Rights): Refusal | null {
  if (!rights.delegated) return 'position.notMember';
  if (!rights.empowered) return 'position.power';
  return rights.fourEyes ? 'position.fourEyesLift' : null;
}

/**
 * What a grid shows of a nation. `silent` is neutral: it is no agreement. Who broke silence over the version, or has no
 * objection by silence once it is adopted, is known where silence is told.
 */
export const gridMarks = [
  'broke',
  'agree',
  'agreeWithComment',
  'noObjection',
  'reservation',
  'cannotAccept',
  'awaitingInstructions',
  'notParticipating',
  'stale',
  'bySilence',
  'silent',
] as const;
export type GridMark = (typeof gridMarks)[number];

/** The one mark a nation's square bears: what holds agreement up stands before what does not. */
export function gridMark(standing: Standing<{ stance: Stance }>, reservations: number): GridMark {
  const stance = standing.state === 'said' ? standing.position.stance : null;
  if (stance === 'cannotAccept') return stance;
  if (reservations > 0) return 'reservation';
  return stance ?? (standing.state === 'stale' ? 'stale' : 'silent');
}

/** How many nations bear each mark, in the key's order; marks that nobody bears are left out. */
export function gridKey(
  nations: readonly { mark: GridMark; mine: boolean }[],
): { mark: GridMark; count: number; mine: boolean }[] {
  return gridMarks
    .map((mark) => {
      const bearers = nations.filter((one) => one.mark === mark);
      return { mark, count: bearers.length, mine: bearers.some((one) => one.mine) };
    })
    .filter((line) => line.count > 0);
}
