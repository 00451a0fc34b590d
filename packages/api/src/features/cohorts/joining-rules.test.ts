import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { following } from '../seats/lines.ts';
import { allocate, type SeatEntry } from '../seats/rules.ts';
import { joinLines, rulePlaces } from './joining-rules.ts';

const now = new Date('2026-11-24T09:00:00Z');
const settings = { approval: 'both', reofferAt: null } as const;
const person = (id: string, partyId = 'nor') => ({ id, partyId, nationId: null });
const quota = (seats: number, partyId = 'nor'): SeatEntry => ({
  ...{ place: 1, at: now, kind: 'quota', partyId, personId: null, seats, urgent: false },
});

/** A ledger in which these happened to Anna, who belongs to Nordmark with two seats. */
function ledgerWith(...kinds: [SeatEntry['kind'], string?][]): SeatEntry[] {
  return [
    quota(2),
    ...kinds.map(
      ([kind, ruleId], index): SeatEntry => ({
        ...{ place: index + 2, at: now, kind, partyId: 'nor', personId: 'anna', seats: null, urgent: false },
        ruleId: ruleId ?? null,
      }),
    ),
  ];
}

describe('what comes of a rule for one person', () => {
  it.each([
    { before: 'nothing', entries: ledgerWith(), what: 'seat' },
    { before: 'no seats for the party', entries: [quota(0)], what: 'noSeats' },
    { before: 'a request', entries: ledgerWith(['request']), what: 'already' },
    { before: 'a refusal', entries: ledgerWith(['request'], ['refused']), what: 'left' },
    { before: 'giving up', entries: ledgerWith(['request'], ['withdrawn']), what: 'left' },
    { before: 'a rule that let go', entries: ledgerWith(['request', 'r'], ['withdrawn', 'r']), what: 'seat' },
    { before: 'giving up a rule’s seat', entries: ledgerWith(['request', 'r'], ['withdrawn']), what: 'left' },
  ])('after $before: $what', ({ entries, what }) => {
    expect(rulePlaces(entries, settings, [person('anna')], now)).toEqual([{ personId: 'anna', what }]);
  });
});

const people = fc.uniqueArray(fc.tuple(fc.nat(60), fc.constantFrom('nor', 'cal')), {
  selector: ([id]) => id,
  maxLength: 25,
});

describe('a rule', () => {
  it('never gives more seats than there are, and does what its preview said', () => {
    fc.assert(
      fc.property(people, fc.nat(8), fc.nat(8), (drawn, nor, cal) => {
        const asked = drawn.map(([id, party]) => person(`p${id}`, party));
        const entries = [quota(nor), { ...quota(cal, 'cal'), place: 2 }];
        const places = rulePlaces(entries, settings, asked, now);
        const lines = joinLines(entries, asked, () => 'rule');
        const then = allocate([...entries, ...following({ entries, now }, lines)], settings, now);
        const holders = then.lines.filter(({ state }) => state === 'holds').map(({ personId }) => personId);
        for (const [party, seats] of [
          ['nor', nor],
          ['cal', cal],
        ] as const)
          expect(then.held.get(party) ?? 0).toBeLessThanOrEqual(seats);
        expect(places.filter(({ what }) => what === 'seat').map(({ personId }) => personId)).toEqual(holders);
      }),
    );
  });

  it('asks nobody twice', () => {
    const entries = [quota(5)];
    const once = joinLines(entries, [person('anna')], () => 'rule');
    const after = [...entries, ...following({ entries, now }, once)];
    expect(joinLines(after, [person('anna')], () => 'rule')).toEqual([]);
  });
});
