import { addDays, type Day, dayIn, startOfDay } from '../../days.ts';
import type { PartsShown } from './part-rules.ts';

/** Where a person stands with one thing that is asked of them, the worst first. */
export const cellStates = [
  'expired',
  'failed',
  'notStarted',
  'endsBefore',
  'underWay',
  'endsSoon',
  'ready',
  'notNeeded',
] as const;
export type CellState = (typeof cellStates)[number];

/** What a person can do next about it; `attest` is for their security officer, `named` waits for an exercise. */
export type Step = 'none' | 'begin' | 'continue' | 'retry' | 'renew' | 'attest' | 'takePart' | 'named';

/** What is asked: a course's credential, an attested level, or a part played in an exercise. */
export type NeedKind = 'credential' | 'attestation' | 'part';

/** One credential or attestation, in milliseconds. `until`: null for ever; `issued` and `id` of credentials only. */
export type Held = { until: number | null; retake: boolean; issued?: number; id?: string };

/** What is known of a person and one need. Instants are milliseconds, as the tables give them in bulk. */
export type Evidence = {
  /** The best credential or attestation, taken back ones left out. `until`: null for ever. */
  held: Held | null;
  /** The open path through the course that is not completed. */
  path: {
    started: boolean;
    done: number;
    total: number;
    failedAt: number | null;
    dueAt: number | null;
  } | null;
  /** Of a part in an exercise: which was played, and which is to come. */
  part?: PartsShown;
};

/** When one requirement asks, in milliseconds. */
export type Asked = {
  now: number;
  /** The instant at which it must be valid: now, or the requirement's own. */
  at: number;
  /** Ends before this are soon: the requirement's renewal is open. */
  soonBefore: number;
  /** Until when a newcomer has time; null where no time is given. */
  graceUntil: number | null;
};

export type Cell = {
  state: CellState;
  step: Step;
  /** The day or instant the state speaks of: the end, the failed try, the end of grace. */
  at: number | null;
  done: number;
  total: number;
  /** A newer version of the course asks for it again. */
  retake: boolean;
  /** A newcomer still has time. */
  grace: boolean;
  /** Of a part in an exercise alone. */
  part?: PartsShown;
};

const plain: Cell = {
  state: 'notNeeded',
  step: 'none',
  at: null,
  done: 0,
  total: 0,
  retake: false,
  grace: false,
};

/** Nothing is asked of the person here. */
export const notNeeded: Cell = plain;

/** How far the open path is: nothing begun, under way, or stopped at a failed try. */
export type Way = 'none' | 'started' | 'failed';

/**
 * The state alone, of one cell or of thousands nobody reads. `until`: when the evidence ends, infinite for ever; null
 * where there is none. A path says how what is missing goes on; it never makes it less missing.
 */
export function stateOf(until: number | null, way: Way, asked: Asked): CellState {
  if (until !== null && until > asked.at) return until < asked.soonBefore ? 'endsSoon' : 'ready';
  if (until !== null && until > asked.now) return 'endsBefore';
  if (way !== 'none') return way === 'failed' ? 'failed' : 'underWay';
  return until === null ? 'notStarted' : 'expired';
}

/** Derives a cell from rows and the clock; nothing of it is stored. */
export function cellOf(kind: NeedKind, evidence: Evidence, asked: Asked): Cell {
  const cell = stateCell(kind, evidence, asked);
  return evidence.part ? { ...cell, part: evidence.part } : cell;
}

function stateCell(kind: NeedKind, { held, path, part }: Evidence, asked: Asked): Cell {
  const until = held && (held.until ?? Number.POSITIVE_INFINITY);
  const state = stateOf(until, kind === 'credential' ? wayOf(path) : 'none', asked);
  const other = otherStep(kind, part);
  const renew: Step = other ?? (path ? stepOf(path) : 'renew');
  const grace = asked.graceUntil !== null && asked.graceUntil > asked.now;
  const known = { ...plain, state, at: held?.until ?? null };
  if (state === 'ready') return known;
  if (state === 'endsSoon' || state === 'endsBefore') return { ...known, step: renew };
  if (path && (state === 'failed' || state === 'underWay'))
    return { ...plain, ...underWay(path), retake: held?.retake ?? false, grace };
  if (state === 'expired') return { ...known, step: renew, retake: held?.retake ?? false };
  return { ...plain, state, step: other ?? 'begin', at: grace ? asked.graceUntil : null, grace };
}

/** What no course mends: the security officer's step, or an exercise that is named or still to be found. */
function otherStep(kind: NeedKind, part: PartsShown | undefined): Step | null {
  if (kind === 'credential') return null;
  if (kind === 'attestation') return 'attest';
  return part?.named ? 'named' : 'takePart';
}

type Path = NonNullable<Evidence['path']>;

/** How far a path is, in a word. */
export function wayOf(path: Pick<Path, 'started' | 'failedAt'> | null): Way {
  if (path?.failedAt != null) return 'failed';
  return path?.started ? 'started' : 'none';
}

function underWay({ failedAt, done, total }: Path) {
  if (failedAt !== null) return { state: 'failed', step: 'retry', at: failedAt, done, total } as const;
  return { state: 'underWay', step: 'continue', at: null, done, total } as const;
}

function stepOf({ failedAt, started }: Path): Step {
  if (failedAt !== null) return 'retry';
  return started ? 'continue' : 'begin';
}

/** Whether what is asked is there. */
export function isMet(state: CellState): boolean {
  return state === 'ready' || state === 'endsSoon' || state === 'notNeeded';
}

/** What sending the missing course mends. */
export function lacksCourse(state: CellState): boolean {
  return !isMet(state);
}

/** Of what several requirements make of one thing, the strictest. */
export function stricter(one: Cell | undefined, other: Cell): Cell {
  if (!one) return other;
  return cellStates.indexOf(other.state) < cellStates.indexOf(one.state) ? other : one;
}

/** How far a person is from everything that is asked of them. */
export const standings = ['moreSteps', 'oneStep', 'ready', 'notConcerned'] as const;
export type Standing = (typeof standings)[number];

/** How far somebody is, how many things are missing and how many end soon. */
export type Far = { standing: Standing; missing: number; soon: number };

/** One state for each thing asked; what is not needed does not count. */
export function standingOf(states: Iterable<CellState>): Far {
  let asked = 0;
  let missing = 0;
  let soon = 0;
  for (const state of states) {
    if (state !== 'notNeeded') asked += 1;
    if (!isMet(state)) missing += 1;
    if (state === 'endsSoon') soon += 1;
  }
  if (asked === 0) return { standing: 'notConcerned', missing, soon };
  return { standing: missing === 0 ? 'ready' : missing === 1 ? 'oneStep' : 'moreSteps', missing, soon };
}

const urgency: readonly CellState[] = [
  'underWay',
  'failed',
  'notStarted',
  'expired',
  'endsBefore',
  'endsSoon',
];

/** The one next step: what is under way first, then what is missing, then what ends; somebody else's step and what is only awaited last. */
export function nextStep<Item extends { cell: Cell }>(items: readonly Item[]): Item | null {
  const open = items.filter(({ cell }) => cell.step !== 'none');
  const rank = ({ cell }: Item) =>
    urgency.indexOf(cell.state) + (cell.step === 'attest' || cell.step === 'named' ? urgency.length : 0);
  return open.reduce<Item | null>((best, item) => (best && rank(best) <= rank(item) ? best : item), null);
}

/** How many of a set of people are where. */
export type Totals = Record<Standing, number> & { people: number; soon: number };

/** Adds up a party, a headquarters or everybody looked after. Nothing here compares one with another. */
export function totalsOf(people: readonly { standing: Standing; soon: number }[]): Totals {
  const totals: Totals = { people: 0, ready: 0, oneStep: 0, moreSteps: 0, notConcerned: 0, soon: 0 };
  for (const { standing, soon } of people) {
    totals.people += 1;
    totals[standing] += 1;
    if (soon > 0 && standing === 'ready') totals.soon += 1;
  }
  return totals;
}

/**
 * When a requirement asks, for one person. Days are counted by the alliance's calendar: what ends within the next
 * `renewalDays` days, today not counted, ends soon, at whatever hour it is asked.
 */
export function askedOf(
  requirement: { validOn: Date | null; renewalDays: number; graceDays: number },
  since: number | null,
  { now, zone }: { now: Date; zone: string },
): Asked {
  const at = Math.max(now.getTime(), requirement.validOn?.getTime() ?? 0);
  const soonDay = addDays(dayIn(now, zone), requirement.renewalDays + 1);
  const graceDay = graceEnd(requirement.graceDays, since, zone);
  return {
    now: now.getTime(),
    at,
    soonBefore: Math.max(startOfDay(soonDay, zone).getTime(), at),
    graceUntil: graceDay === null ? null : startOfDay(addDays(graceDay, 1), zone).getTime(),
  };
}

function graceEnd(graceDays: number, since: number | null, zone: string): Day | null {
  return graceDays > 0 && since !== null ? addDays(dayIn(new Date(since), zone), graceDays) : null;
}
