import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveSeats, memberState, seatsBelowHolders, totals } from './rules.ts';

const party = fc.constantFrom<string[]>('NOR', 'CAL', 'ORL', 'PEL');
const wish = fc.record({
  personId: fc.integer({ min: 0, max: 40 }).map((number) => `p${number}`),
  partyId: party,
  ended: fc.boolean(),
});
const seats = fc.array(fc.tuple(party, fc.integer({ min: 0, max: 6 }))).map((pairs) => new Map(pairs));

describe('seats of a cohort', () => {
  it('never have more holders than seats, whatever is wished in whatever order', () => {
    fc.assert(
      fc.property(seats, fc.array(wish), fc.array(wish), (allowed, first, second) => {
        const holders = giveSeats(allowed, [], first).filter(({ reason }) => reason === 'given');
        const more = giveSeats(allowed, holders, second).filter(({ reason }) => reason === 'given');
        const all = [...holders, ...more];
        expect(seatsBelowHolders(allowed, all)).toBeNull();
        expect(new Set(all.map(({ personId }) => personId)).size).toBe(all.length);
      }),
    );
  });

  it('are given while there are some, with a reason for each line', () => {
    fc.assert(
      fc.property(seats, fc.array(wish), (allowed, wishes) => {
        const lines = giveSeats(allowed, [], wishes);
        expect(lines.map(({ personId }) => personId)).toEqual(wishes.map(({ personId }) => personId));
        for (const { partyId, reason } of lines) {
          const given = lines.filter((line) => line.partyId === partyId && line.reason === 'given').length;
          if (reason === 'seatsTaken') expect(given).toBe(allowed.get(partyId));
          if (reason === 'partyWithoutSeats') expect(allowed.get(partyId) ?? 0).toBe(0);
        }
      }),
    );
  });

  it('stay with who holds them, and refuse who has left', () => {
    const lines = giveSeats(
      new Map([['NOR', 2]]),
      [{ personId: 'a', partyId: 'NOR' }],
      [
        { personId: 'a', partyId: 'NOR', ended: false },
        { personId: 'b', partyId: 'NOR', ended: true },
        { personId: 'c', partyId: 'CAL', ended: false },
        { personId: 'd', partyId: 'NOR', ended: false },
        { personId: 'e', partyId: 'NOR', ended: false },
      ],
    );
    expect(lines.map(({ reason }) => reason)).toEqual([
      'already',
      'ended',
      'partyWithoutSeats',
      'given',
      'seatsTaken',
    ]);
  });
});

describe('where a member stands', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const path = { enrolled: true, completedAt: null, dueAt: null, started: false };
  it('follows from the path and the clock', () => {
    expect(memberState({ ...path, enrolled: false }, now)).toBe('notEnrolled');
    expect(memberState(path, now)).toBe('notStarted');
    expect(memberState({ ...path, started: true }, now)).toBe('underWay');
    expect(memberState({ ...path, dueAt: new Date('2026-11-24T11:59:59Z') }, now)).toBe('overdue');
    expect(memberState({ ...path, dueAt: now }, now)).toBe('notStarted');
    expect(memberState({ ...path, dueAt: new Date(0), completedAt: now }, now)).toBe('completed');
  });

  it('adds up', () => {
    expect(totals(['completed', 'completed', 'overdue'])).toEqual({
      notEnrolled: 0,
      notStarted: 0,
      underWay: 0,
      completed: 2,
      overdue: 1,
    });
  });
});
