import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  act,
  ask,
  decide,
  late,
  ledger,
  open,
  quota,
  START,
  type Step,
  shared,
} from '../../testing/seat-ledger.ts';
import { allocate, type LedgerLine, type SeatSettings, settingsIn } from './rules.ts';

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
/** A ledger kept under `rules` until its first line about them, before which a line says what they were. */
const story = fc
  .record({
    rules: settings,
    made: fc.array(
      fc.oneof({ weight: 16, arbitrary: step }, { weight: 1, arbitrary: settings.map(decide) }),
      { maxLength: 40 },
    ),
  })
  .map(({ rules, made }) => {
    const first = made.findIndex(({ kind }) => kind === 'settings');
    const entries = ledger(first < 0 ? made : made.toSpliced(first, 0, decide(rules)));
    return { entries, rules };
  });
type Story = { entries: LedgerLine[]; rules: SeatSettings };

/** What is read at `now`, when the ledger has so many lines: by what stands then. */
function read({ entries, rules }: Story, upTo = entries.length, now = late) {
  const lines = entries.slice(0, upTo);
  const last = lines.findLast(({ kind }) => kind === 'settings');
  return allocate(lines, last ? settingsIn(last, rules) : rules, now);
}

describe('allocate, whatever happens', () => {
  it('never has more holders than seats, after any line of the ledger', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (let upTo = 0; upTo <= told.entries.length; upTo += 1) {
          const now = told.entries[upTo - 1]?.at ?? new Date(START);
          const { lines, quotas, shared: pool, reoffered } = read(told, upTo, now);
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
      fc.property(story, (told) => {
        const { lines, quotas, shared: pool, held, reoffered } = read(told);
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
      fc.property(story, (told) => {
        let before = new Set<string>();
        for (let upTo = 1; upTo <= told.entries.length; upTo += 1) {
          const entry = told.entries[upTo - 1];
          const { lines } = read(told, upTo, entry?.at);
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

  it('never says otherwise later of a move that anybody could read, at any time between two lines', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 59 }), (told, seconds) => {
        const { moves } = read(told);
        for (let upTo = 1; upTo <= told.entries.length; upTo += 1) {
          const at = told.entries[upTo - 1]?.at ?? late;
          const then = read(told, upTo, new Date(at.getTime() + seconds * 1000)).moves;
          expect(moves.slice(0, then.length)).toEqual(then);
        }
      }),
      { numRuns: 500 },
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
      fc.property(story, (told) => {
        const { lines } = read(told);
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
