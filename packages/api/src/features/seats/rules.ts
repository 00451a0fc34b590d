import type { SeatKind } from './schemas.ts';
import { standingsOf } from './standing.ts';

/** One line of a cohort's ledger, in the order of `place`. */
export type SeatEntry = {
  place: number;
  at: Date;
  kind: SeatKind;
  partyId: string | null;
  personId: string | null;
  seats: number | null;
  urgent: boolean;
  /** The cohort's rule that wrote it. */
  ruleId?: string | null;
  /** Of settings: what decides from here on. A ledger in which the same agreement is always asked does not say it. */
  approval?: SeatSettings['approval'] | null;
  reofferAt?: Date | null;
};

/** A line of any ledger. Somebody is exchanged for another of the party only in an exercise: `replacesId` says for whom. */
export type LedgerLine = Omit<SeatEntry, 'kind'> & {
  kind: SeatKind | 'substituted';
  replacesId?: string | null;
};

/** What decides beside the ledger: whose agreement is asked, and when unfilled seats open to all (null: never). */
export type SeatSettings = { approval: 'none' | 'coordinator' | 'both'; reofferAt: Date | null };

export type SeatState = 'holds' | 'waits' | 'needsCoordinator' | 'needsDirector' | 'refused' | 'withdrawn';
/** Where a held seat comes from: the party's own, the shared pool, or another party's unfilled one. */
export type SeatFrom = 'own' | 'shared' | 'reoffered';
/** Why somebody waits. */
export type SeatWait = 'partyWithoutSeats' | 'ownSeatsTaken' | 'allTaken';
/** Why a seat was given or lost. */
export type SeatWhy =
  | 'free'
  | 'freed'
  | 'moreSeats'
  | 'reoffered'
  | 'fewerSeats'
  | 'withdrawn'
  | 'refused'
  | 'substituted';

export type SeatLine = {
  personId: string;
  partyId: string;
  state: SeatState;
  from: SeatFrom | null;
  waits: SeatWait | null;
  /** From 1: how many of those who wait would be asked before, plus one. */
  position: number | null;
  urgent: boolean;
  requestedAt: Date;
};

/** A seat given, taken back or left, at the ledger's place that caused it. */
export type SeatMove = {
  place: number;
  at: Date;
  personId: string;
  partyId: string;
  what: 'given' | 'takenBack' | 'left';
  why: SeatWhy;
};

export type Allocation = {
  lines: SeatLine[];
  moves: SeatMove[];
  quotas: Map<string, number>;
  shared: number;
  reoffered: boolean;
  held: Map<string, number>;
};

/** Somebody who asked, while the ledger is read. */
export type Person = {
  personId: string;
  partyId: string;
  place: number;
  requestedAt: Date;
  urgent: boolean;
  coordinator: boolean;
  director: boolean;
  state: 'asks' | 'holds' | 'refused' | 'withdrawn';
  /** In which order seats were given: the last is the first to be taken back. */
  seated: number;
};

/** Where everything stands at a line of the ledger. */
export type World = {
  settings: SeatSettings;
  people: Map<string, Person>;
  quotas: Map<string, number>;
  held: Map<string, number>;
  shared: number;
  reoffered: boolean;
  given: number;
  moves: SeatMove[];
};

type Instant = { place: number; at: Date };

/**
 * Who holds a seat, who waits and why: the one pure function over the ledger (DESIGN 3, invariant 5). A seat once held is
 * lost only by leaving, by refusal, or when there are fewer seats than holders; then who was seated last goes first.
 * A free seat goes to the first who may have it: urgent requests before others, each in the order they were made.
 * Lines of the ledger decide by what its settings said at their time, so that what was said of a move never changes;
 * `settings` is what stands now, and what stood before there was a line about it.
 */
export function allocate(entries: readonly LedgerLine[], settings: SeatSettings, now: Date): Allocation {
  const first = entries.find(({ kind }) => kind === 'settings');
  const world: World = {
    settings: first ? settingsIn(first, settings) : settings,
    people: new Map(),
    quotas: new Map(),
    held: new Map(),
    shared: 0,
    reoffered: false,
    given: 0,
    moves: [],
  };
  let last = 0;
  for (const entry of entries) {
    openToAll(world, { place: last, at: entry.at });
    apply(world, entry);
    last = entry.place;
  }
  world.settings = settings;
  openToAll(world, { place: last, at: now });
  const { moves, quotas, shared, reoffered, held } = world;
  return { lines: standingsOf(world, waiting(world)), moves, quotas, shared, reoffered, held };
}

/** The moment unfilled seats go to whoever waits, whether or not anybody was there to say so. */
function openToAll(world: World, { place, at }: Instant): void {
  const { reofferAt } = world.settings;
  if (reofferAt !== null && at >= reofferAt) reoffer(world, { place, at: reofferAt });
}

function reoffer(world: World, instant: Instant): void {
  if (world.reoffered) return;
  world.reoffered = true;
  fill(world, instant, 'reoffered');
}

/** What a line of settings says; `known` says whose agreement is asked where the line does not. */
export function settingsIn({ approval, reofferAt }: LedgerLine, known: SeatSettings): SeatSettings {
  return { approval: approval ?? known.approval, reofferAt: reofferAt ?? null };
}

/** Other settings hold from their line on: a day of re-offer that lies before it has come with it, and none goes back. */
function change(world: World, line: LedgerLine): void {
  world.settings = settingsIn(line, world.settings);
  const { reofferAt } = world.settings;
  fill(world, line, 'free');
  if (reofferAt !== null && line.at >= reofferAt) reoffer(world, line);
}

function apply(world: World, entry: LedgerLine): void {
  const person = world.people.get(entry.personId ?? '');
  switch (entry.kind) {
    case 'quota':
    case 'shared':
      resize(world, entry);
      break;
    case 'settings':
      change(world, entry);
      break;
    case 'reoffered':
      reoffer(world, entry);
      break;
    case 'request':
      ask(world, entry);
      break;
    case 'substituted':
      substitute(world, entry);
      break;
    case 'refused':
    case 'withdrawn':
      if (person) leave(world, person, entry, entry.kind);
      break;
    default:
      if (person) agree(world, person, entry);
  }
}

function agree(world: World, person: Person, entry: LedgerLine): void {
  if (entry.kind === 'coordinatorAgreed') person.coordinator = true;
  if (entry.kind === 'directorAgreed') person.director = true;
  if (entry.kind === 'moved') person.urgent = true;
  offer(world, person, entry, 'free');
}

function ask(world: World, { place, at, personId, partyId, urgent }: LedgerLine): void {
  if (personId === null || partyId === null) return;
  const before = world.people.get(personId);
  if (before && (before.state === 'asks' || before.state === 'holds')) return;
  const person: Person = {
    ...{ personId, partyId, place, urgent, requestedAt: at },
    ...{ coordinator: false, director: false, state: 'asks', seated: 0 },
  };
  world.people.set(personId, person);
  offer(world, person, { place, at }, 'free');
}

/** Another takes over what somebody has: the seat with its turn, or the place in the queue with what was agreed. */
function substitute(world: World, { place, at, personId, replacesId }: LedgerLine): void {
  const before = world.people.get(replacesId ?? '');
  if (personId === null || !before || (before.state !== 'asks' && before.state !== 'holds')) return;
  const known = world.people.get(personId);
  if (known && (known.state === 'asks' || known.state === 'holds')) return;
  const person: Person = { ...before, personId, requestedAt: at };
  before.state = 'withdrawn';
  world.people.set(personId, person);
  if (person.state !== 'holds') return;
  world.moves.push({ ...moveOf(before, { place, at }), what: 'left', why: 'substituted' });
  world.moves.push({ ...moveOf(person, { place, at }), what: 'given', why: 'substituted' });
}

function resize(world: World, entry: LedgerLine): void {
  const seats = entry.seats ?? 0;
  if (entry.kind === 'shared') world.shared = seats;
  else if (entry.partyId !== null) world.quotas.set(entry.partyId, seats);
  takeBack(world, entry);
  fill(world, entry, 'moreSeats');
}

function leave(world: World, person: Person, instant: Instant, state: 'refused' | 'withdrawn'): void {
  if (person.state === 'refused' || person.state === 'withdrawn') return;
  const hadSeat = person.state === 'holds';
  person.state = state;
  if (!hadSeat) return;
  count(world, person.partyId, -1);
  world.moves.push({ ...moveOf(person, instant), what: 'left', why: state });
  fill(world, instant, 'freed');
}

/** How many seats people hold beyond their own party's: what the shared pool has to bear. */
function beyondOwn(world: World): number {
  let over = 0;
  for (const [partyId, held] of world.held) over += Math.max(0, held - (world.quotas.get(partyId) ?? 0));
  return over;
}

function excess(world: World): number {
  if (!world.reoffered) return beyondOwn(world) - world.shared;
  return sum(world.held) - sum(world.quotas) - world.shared;
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);

function fits(world: World, partyId: string): boolean {
  if (world.reoffered) return excess(world) < 0;
  return (world.held.get(partyId) ?? 0) < (world.quotas.get(partyId) ?? 0) || excess(world) < 0;
}

function mayHave({ settings }: World, person: Person): boolean {
  if (settings.approval !== 'none' && !person.coordinator) return false;
  return settings.approval !== 'both' || person.director;
}

function offer(world: World, person: Person, instant: Instant, why: SeatWhy): void {
  if (person.state !== 'asks' || !mayHave(world, person) || !fits(world, person.partyId)) return;
  person.state = 'holds';
  world.given += 1;
  person.seated = world.given;
  count(world, person.partyId, 1);
  world.moves.push({ ...moveOf(person, instant), what: 'given', why });
}

function fill(world: World, instant: Instant, why: SeatWhy): void {
  for (const person of waiting(world)) offer(world, person, instant, why);
}

function takeBack(world: World, instant: Instant): void {
  while (excess(world) > 0) {
    const last = [...world.people.values()]
      .filter((person) => person.state === 'holds' && isBeyond(world, person.partyId))
      .reduce<Person | null>((late, one) => (late === null || one.seated > late.seated ? one : late), null);
    if (last === null) return;
    last.state = 'asks';
    count(world, last.partyId, -1);
    world.moves.push({ ...moveOf(last, instant), what: 'takenBack', why: 'fewerSeats' });
  }
}

function isBeyond(world: World, partyId: string): boolean {
  return world.reoffered || (world.held.get(partyId) ?? 0) > (world.quotas.get(partyId) ?? 0);
}

function waiting(world: World): Person[] {
  return [...world.people.values()]
    .filter((person) => person.state === 'asks' && mayHave(world, person))
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.place - b.place);
}

function count(world: World, partyId: string, change: number): void {
  world.held.set(partyId, (world.held.get(partyId) ?? 0) + change);
}

const moveOf = ({ personId, partyId }: Person, { place, at }: Instant) => ({ place, at, personId, partyId });

/** The instant unfilled seats open to all: so many days of 24 hours before the start. */
export function reofferAt(startsAt: Date, days: number | null): Date | null {
  return days === null ? null : new Date(startsAt.getTime() - days * 86_400_000);
}
