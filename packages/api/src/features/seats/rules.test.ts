import { describe, expect, it } from 'vitest';
import {
  act,
  ask,
  decide,
  instead,
  late,
  ledger,
  open,
  quota,
  START,
  type Step,
  shared,
} from '../../testing/seat-ledger.ts';
import { allocate, reofferAt, type SeatSettings } from './rules.ts';

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

  it('keeps what was said where the day of the re-offer moves to before it', () => {
    const moved: SeatSettings = { approval: 'none', reofferAt: new Date(START + 60_000) };
    const past = [decide(open), quota('a', 1), ask('b1'), ask('b2'), ask('a1'), act('withdrawn', 'a1')];
    const said = allocate(ledger(past), open, new Date(START + 330_000));
    expect(said.moves.map(({ personId, why }) => [personId, why])).toEqual([
      ['a1', 'free'],
      ['a1', 'withdrawn'],
    ]);
    const after = allocate(ledger([...past, decide(moved)]), moved, late);
    expect(after.moves.slice(0, 2)).toEqual(said.moves);
    expect(after.moves.slice(2)).toEqual([
      {
        ...{ place: 7, at: new Date(START + 360_000), personId: 'b1', partyId: 'b' },
        ...{ what: 'given', why: 'reoffered' },
      },
    ]);
    expect(after.lines.find(({ personId }) => personId === 'b2')).toMatchObject({ waits: 'allTaken' });
  });

  it('takes no seat back where the day of the re-offer moves on after it has come, nor where more must agree', () => {
    const came: SeatSettings = { approval: 'none', reofferAt: new Date(START + 150_000) };
    const steps = [decide(came), quota('a', 1), ask('b1'), decide({ approval: 'both', reofferAt: late })];
    expect(states(steps, { approval: 'both', reofferAt: late }, new Date(START + 200_000))).toEqual({
      b1: 'reoffered',
    });
  });

  it('gives seats to whose agreement is asked no more, in order', () => {
    const steps = [decide({ approval: 'both', reofferAt: null }), quota('a', 1), ask('a1'), ask('a2')];
    const { moves } = allocate(ledger([...steps, decide(open)]), open, late);
    expect(moves).toMatchObject([{ place: 5, personId: 'a1', why: 'free' }]);
  });

  it('counts days of re-offer back from the start', () => {
    expect(reofferAt(new Date('2027-03-29T08:00:00Z'), 42)?.toISOString()).toBe('2027-02-15T08:00:00.000Z');
    expect(reofferAt(new Date('2027-03-29T08:00:00Z'), null)).toBeNull();
  });
});
