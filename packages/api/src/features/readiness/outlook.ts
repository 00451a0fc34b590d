import type { SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { concernedBy } from './concerned.ts';
import { countedEnd } from './counted.ts';
import { attestedOf, type Ends, endsOf, type Ways, waysOf } from './ends.ts';
import { type AskedFor, asksParts, type Base, type Column, coursesOf, keyOf, whenAsked } from './matrix.ts';
import { partUntil, playedFor } from './part-rules.ts';
import { type Parts, partsOf } from './parts.ts';
import { type CellState, cellStates, type Far, standingOf, stateOf } from './rules.ts';

/**
 * Where everybody stands, a byte for each person and thing asked: a party of thousands is counted, put in order and
 * narrowed by states alone, and cells are made of the people a page shows.
 */
export type Outlook = {
  columns: readonly Column[];
  /** The place of each person of whom anything is asked. */
  places: ReadonlyMap<string, number>;
  /** For each person, by place, a state for each column: its place in `cellStates`, the strictest first. */
  states: Uint8Array;
};

type Asked = { requirement: Base['requirements'][number]; places: number[]; since: string[] };

/**
 * The outlook of these people, by the same rules as their cells. Without `paths` it knows who lacks what, and not how what
 * is missing goes on: `expired` and `notStarted` then stand for `failed` and `underWay` too.
 */
export async function outlookOf(
  ctx: Pick<Context, 'tx' | 'now'>,
  people: SQL,
  base: Base,
  { paths }: { paths: boolean },
): Promise<Outlook> {
  const courses = coursesOf(base);
  const attests = base.columns.some(({ kind }) => kind === 'attestation');
  const [concerned, ends, attested, ways, parts] = await Promise.all([
    concernedBy(ctx, people, ctx.now, base.source),
    endsOf(ctx, people, courses),
    attests ? attestedOf(ctx, people, ctx.now) : [],
    paths ? waysOf(ctx, people, courses) : new Map(),
    asksParts(base) ? partsOf(ctx, people, base.locale) : new Map(),
  ]);
  const { asked, places } = placed(base, concerned);
  const known = knownOf({ places, zone: base.zone, now: ctx.now, ends, attested, ways, parts });
  const width = base.columns.length;
  const states = new Uint8Array(places.size * width).fill(cellStates.indexOf('notNeeded'));
  const columnOf = new Map(base.columns.map(({ key }, index) => [key, index]));
  for (const { requirement, places: own, since } of asked) {
    const askedOf = whenAsked(requirement, since, { now: ctx.now, zone: base.zone });
    for (const need of requirement.needs) {
      const column = columnOf.get(keyOf(need)) ?? 0;
      const { until, way } = known(need, requirement.valid_months);
      own.forEach((place, index) => {
        const end = until[place];
        const state = stateOf(
          end === undefined || Number.isNaN(end) ? null : end,
          way(place),
          askedOf(index),
        );
        const at = place * width + column;
        states[at] = Math.min(states[at] ?? 0, code[state]);
      });
    }
  }
  return { columns: base.columns, places, states };
}

const code = Object.fromEntries(cellStates.map((state, index) => [state, index])) as Record<
  CellState,
  number
>;

/** Gives each person a place as they are first named. */
function placed(base: Base, concerned: Iterable<{ id: string; people: string; since: string }>) {
  const places = new Map<string, number>();
  const placeOf = (personId: string) => {
    const known = places.get(personId);
    if (known !== undefined) return known;
    places.set(personId, places.size);
    return places.size - 1;
  };
  const byId = new Map(base.requirements.map((one) => [one.id, one]));
  const asked: Asked[] = [];
  for (const { id, people, since } of concerned) {
    const requirement = byId.get(id);
    if (requirement)
      asked.push({ requirement, places: people.split(',').map(placeOf), since: since.split(',') });
  }
  return { asked, places };
}

type Rows = {
  places: ReadonlyMap<string, number>;
  zone: string;
  now: Date;
  ends: Ends;
  attested: Iterable<{ person: string; held: [number, number][] }>;
  ways: Ways;
  parts: Parts;
};

/** Of each need, until when everybody's evidence counts, by place (NaN for none), and how far their paths are. */
function knownOf({ places, zone, now, ends, attested, ways, parts }: Rows) {
  const memo = new Map<string, Float64Array>();
  const kept = (key: string, fill: (longest: (personId: string, end: number) => void) => void) => {
    const known = memo.get(key);
    if (known) return known;
    const made = new Float64Array(places.size).fill(Number.NaN);
    fill((personId, end) => {
      const place = places.get(personId);
      if (place !== undefined && !((made[place] ?? Number.NaN) >= end)) made[place] = end;
    });
    memo.set(key, made);
    return made;
  };
  const none = () => 'none' as const;
  return (need: AskedFor, months: number | null) => {
    const { kind, courseId, level } = need;
    if (kind === 'part')
      return {
        until: kept(keyOf(need), (longest) => eachPart(parts, need, { now, zone }, longest)),
        way: none,
      };
    if (kind === 'attestation')
      return {
        until: kept(`level ${level}`, (longest) => {
          for (const { person, held } of attested)
            for (const [attestedLevel, end] of held) if (attestedLevel >= (level ?? 0)) longest(person, end);
        }),
        way: none,
      };
    const until = kept(`${courseId} ${months}`, (longest) => {
      for (const { person, ...one } of ends.get(courseId ?? '') ?? [])
        longest(person, countedEnd(one, months, zone));
    });
    const own = ways.get(courseId ?? '');
    if (!own) return { until, way: none };
    const byPlace = new Map([...own].map(([person, way]) => [places.get(person), way]));
    return { until, way: (place: number) => byPlace.get(place) ?? 'none' };
  };
}

/** Until when each person's part counts, of those who played one. */
function eachPart(
  parts: Parts,
  { colour, months }: AskedFor,
  { now, zone }: { now: Date; zone: string },
  longest: (personId: string, end: number) => void,
): void {
  const need = { colour, months: months ?? 0 };
  for (const [person, seats] of parts) {
    const played = playedFor(seats, need, now.getTime());
    if (played) longest(person, partUntil(played, need, zone));
  }
}

/** The states of a person, one for each column; none where nothing is asked of them. */
export function statesOf({ columns, places, states }: Outlook, personId: string): CellState[] {
  const place = places.get(personId);
  if (place === undefined) return [];
  const own = states.subarray(place * columns.length, (place + 1) * columns.length);
  return Array.from(own, (one) => cellStates[one] ?? 'notNeeded');
}

/** How far a person is from everything asked of them. */
export const farOf = (outlook: Outlook, personId: string): Far => standingOf(statesOf(outlook, personId));

/** The columns that concern somebody. */
export function shownColumns({ columns, states }: Outlook): Column[] {
  const asked = new Set<number>();
  const nothing = code.notNeeded;
  for (let at = 0; at < states.length && asked.size < columns.length; at += 1)
    if (states[at] !== nothing) asked.add(at % columns.length);
  return columns.filter((_, index) => asked.has(index));
}
