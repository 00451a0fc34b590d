import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type LedgerLine, reofferAt, type SeatSettings } from './rules.ts';
import type { SeatKind } from './schemas.ts';

const START = Date.parse('2027-03-01T08:00:00Z');
const open: SeatSettings = { approval: 'none', reofferAt: null };
const late = new Date(START + 10_000_000_000);

type Step = {
  kind: LedgerLine['kind'];
  person?: string;
  party?: string;
  seats?: number;
  urgent?: boolean;
  replaces?: string;
};

/** A ledger written down: a minute between its lines. */
function ledger(steps: readonly Step[]): LedgerLine[] {
  return steps.map(({ kind, person, party, seats, urgent, replaces }, index) => ({
    place: index + 1,
    at: new Date(START + index * 60_000),
    kind,
    personId: person ?? null,
    partyId: party ?? (person ? (person[0] ?? null) : null),
    seats: seats ?? null,
    urgent: urgent ?? false,
    replacesId: replaces ?? null,
  }));
}

const quota = (party: string, seats: number): Step => ({ kind: 'quota', party, seats });
const shared = (seats: number): Step => ({ kind: 'shared', seats });
const ask = (person: string, urgent = false): Step => ({ kind: 'request', person, urgent });
const act = (kind: SeatKind, person: string): Step => ({ kind, person });
const instead = (person: string, replaces: string): Step => ({ kind: 'substituted', person, replaces });

function states(steps: readonly Step[], settings = open, now = late) {
  const { lines } = allocate(ledger(steps), settings, now);
  return Object.fromEntries(lines.map((line) => [line.personId, line.from ?? line.waits ?? line.state]));
}

describe('allocate', () => {
  const cases: { name: string; steps: Step[]; settings?: SeatSettings; now?: Date; result: object }[] = [
    {
      name: 'gives a party its own seats in the order of asking',
      steps: [quota('a', 1), ask('a1'), ask('a2'), ask('b1')],
      result: { a1: 'own', a2: 'ownSeatsTaken', b1: 'partyWithoutSeats' },
    },
    {
      name: 'gives shared seats to whoever asks first beyond their own',
      steps: [quota('a', 1), shared(1), ask('a1'), ask('a2'), ask('b1')],
      result: { a1: 'own', a2: 'shared', b1: 'partyWithoutSeats' },
    },
    {
      name: 'lets the rightful next take a freed seat, not the last in line',
      steps: [quota('a', 1), ask('a1'), ask('a2'), ask('a3'), act('withdrawn', 'a1')],
      result: { a1: 'withdrawn', a2: 'own', a3: 'ownSeatsTaken' },
    },
    {
      name: 'frees a shared seat when an own seat becomes free for who sat in it',
      steps: [quota('a', 1), shared(1), ask('a1'), ask('a2'), ask('b1'), act('withdrawn', 'a1')],
      result: { a1: 'withdrawn', a2: 'own', b1: 'shared' },
    },
    {
      name: 'lets another of the party take over a seat, and nobody else gets it',
      steps: [quota('a', 1), ask('a1'), ask('a2'), instead('a3', 'a1')],
      result: { a1: 'withdrawn', a2: 'ownSeatsTaken', a3: 'own' },
    },
    {
      name: 'lets another of the party take over a place in the queue',
      steps: [quota('a', 1), ask('a1'), ask('a2'), ask('a4'), instead('a3', 'a2'), act('withdrawn', 'a1')],
      result: { a1: 'withdrawn', a2: 'withdrawn', a3: 'own', a4: 'ownSeatsTaken' },
    },
    {
      name: 'puts an urgent request before others that wait, but never takes a seat for it',
      steps: [quota('a', 1), ask('a1'), ask('a2'), ask('a3', true), act('refused', 'a1')],
      result: { a1: 'refused', a2: 'ownSeatsTaken', a3: 'own' },
    },
    {
      name: 'gives nothing before those have agreed who must',
      steps: [quota('a', 2), ask('a1'), ask('a2'), act('coordinatorAgreed', 'a2')],
      settings: { approval: 'both', reofferAt: null },
      result: { a1: 'needsCoordinator', a2: 'needsDirector' },
    },
    {
      name: 'does not let an approval overtake an earlier request that is approved too',
      steps: [
        quota('a', 0),
        ...[ask('a1'), ask('a2'), act('coordinatorAgreed', 'a2'), act('coordinatorAgreed', 'a1')],
        quota('a', 1),
      ],
      settings: { approval: 'coordinator', reofferAt: null },
      result: { a1: 'own', a2: 'ownSeatsTaken' },
    },
    {
      name: 'takes seats back from who was seated last when there are fewer',
      steps: [quota('a', 2), ask('a1'), ask('a2'), quota('a', 1)],
      result: { a1: 'own', a2: 'ownSeatsTaken' },
    },
    {
      name: 'opens what a party left unfilled to all from the day of the re-offer',
      steps: [quota('a', 2), ask('a1'), ask('b1')],
      settings: { approval: 'none', reofferAt: new Date(START + 3_600_000) },
      result: { a1: 'own', b1: 'reoffered' },
    },
    {
      name: 'keeps them for the party until then',
      steps: [quota('a', 2), ask('a1'), ask('b1')],
      settings: { approval: 'none', reofferAt: new Date(START + 3_600_000) },
      now: new Date(START + 3_599_999),
      result: { a1: 'own', b1: 'partyWithoutSeats' },
    },
    {
      name: 'begins anew for somebody who asks again after leaving',
      steps: [quota('a', 1), ask('a1'), ask('a2'), act('withdrawn', 'a1'), ask('a1')],
      result: { a1: 'ownSeatsTaken', a2: 'own' },
    },
  ];
  for (const { name, steps, settings, now, result } of cases)
    it(name, () => expect(states(steps, settings, now)).toEqual(result));

  it('explains each seat given, left and taken back', () => {
    const { moves } = allocate(
      ledger([quota('a', 1), ask('a1'), ask('a2'), act('withdrawn', 'a1'), quota('a', 0)]),
      open,
      late,
    );
    expect(moves.map(({ place, personId, what, why }) => [place, personId, what, why])).toEqual([
      [2, 'a1', 'given', 'free'],
      [4, 'a1', 'left', 'withdrawn'],
      [4, 'a2', 'given', 'freed'],
      [5, 'a2', 'takenBack', 'fewerSeats'],
    ]);
  });

  it('counts days of re-offer back from the start', () => {
    expect(reofferAt(new Date('2027-03-29T08:00:00Z'), 42)?.toISOString()).toBe('2027-02-15T08:00:00.000Z');
    expect(reofferAt(new Date('2027-03-29T08:00:00Z'), null)).toBeNull();
  });
});

const person = fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('request' as const), person, urgent: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('coordinatorAgreed', 'directorAgreed', 'refused', 'withdrawn', 'moved'),
      person,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('quota' as const),
      party: fc.constantFrom('a', 'b', 'c'),
      seats: fc.nat({ max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('shared' as const), seats: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'reoffered' }) },
);
const settings = fc.record({
  approval: fc.constantFrom('none' as const, 'coordinator' as const, 'both' as const),
  reofferAt: fc.option(fc.nat({ max: 40 }).map((minute) => new Date(START + minute * 60_000))),
});
const steps = fc.array(step, { maxLength: 40 });

describe('allocate, whatever happens', () => {
  it('never has more holders than seats, after any line of the ledger', () => {
    fc.assert(
      fc.property(steps, settings, (made, rules) => {
        const entries = ledger(made);
        for (let upTo = 0; upTo <= entries.length; upTo += 1) {
          const now = entries[upTo - 1]?.at ?? new Date(START);
          const { lines, quotas, shared: pool, reoffered } = allocate(entries.slice(0, upTo), rules, now);
          const held = lines.filter(({ state }) => state === 'holds');
          const all = [...quotas.values()].reduce((sum, one) => sum + one, 0) + pool;
          expect(held.length).toBeLessThanOrEqual(all);
          if (reoffered) continue;
          const beyond = held.filter(({ from }) => from !== 'own').length;
          expect(beyond).toBeLessThanOrEqual(pool);
        }
      }),
    );
  });

  it('leaves no seat free that somebody who waits could have', () => {
    fc.assert(
      fc.property(steps, settings, (made, rules) => {
        const { lines, quotas, shared: pool, held, reoffered } = allocate(ledger(made), rules, late);
        const total = [...quotas.values()].reduce((sum, one) => sum + one, 0) + pool;
        const taken = lines.filter(({ state }) => state === 'holds').length;
        for (const { partyId } of lines.filter(({ state }) => state === 'waits')) {
          if (reoffered) expect(taken).toBe(total);
          else expect(held.get(partyId) ?? 0).toBeGreaterThanOrEqual(quotas.get(partyId) ?? 0);
        }
      }),
    );
  });

  it('takes no seat from anybody but by leaving, refusal or fewer seats', () => {
    fc.assert(
      fc.property(steps, settings, (made, rules) => {
        const entries = ledger(made);
        let before = new Set<string>();
        for (let upTo = 1; upTo <= entries.length; upTo += 1) {
          const entry = entries[upTo - 1];
          const { lines } = allocate(entries.slice(0, upTo), rules, entry?.at ?? late);
          const after = new Set(lines.filter(({ state }) => state === 'holds').map((line) => line.personId));
          const lost = [...before].filter((one) => !after.has(one));
          const mayLose = entry?.kind === 'quota' || entry?.kind === 'shared';
          const leaves = entry?.kind === 'refused' || entry?.kind === 'withdrawn';
          if (!mayLose) expect(lost).toEqual(leaves && lost.length > 0 ? [entry?.personId] : []);
          before = after;
        }
      }),
    );
  });

  it('keeps the order within a party: nobody waits behind one of the own party who asked later and sat down later', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            person.map((one) => ask(one)),
            person.map((one) => act('withdrawn', one)),
          ),
          { maxLength: 40 },
        ),
        (made) => {
          const { lines, moves } = allocate(
            ledger([quota('a', 1), quota('b', 2), shared(1), ...made]),
            open,
            late,
          );
          for (const waits of lines.filter(({ state }) => state === 'waits'))
            for (const holds of lines.filter(
              ({ state, partyId }) => state === 'holds' && partyId === waits.partyId,
            )) {
              const seatedAt = moves.findLast(
                (move) => move.personId === holds.personId && move.what === 'given',
              )?.at;
              const overtook =
                holds.requestedAt > waits.requestedAt && (seatedAt ?? late) > waits.requestedAt;
              expect(overtook).toBe(false);
            }
        },
      ),
    );
  });

  it('numbers the waiting list from one without gaps, and explains every line', () => {
    fc.assert(
      fc.property(steps, settings, (made, rules) => {
        const { lines } = allocate(ledger(made), rules, late);
        const positions = lines.flatMap(({ position }) => (position === null ? [] : [position]));
        expect(positions.sort((a, b) => a - b)).toEqual(positions.map((_, index) => index + 1));
        for (const { state, from, waits } of lines) {
          expect(from !== null).toBe(state === 'holds');
          expect(waits !== null).toBe(state === 'waits');
        }
      }),
    );
  });
});
