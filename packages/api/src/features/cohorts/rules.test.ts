import { describe, expect, it } from 'vitest';
import { memberState, seatsBelowHolders, totals } from './rules.ts';

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

  it('finds the party whose seats would be fewer than its holders', () => {
    const holders = [{ partyId: 'NOR' }, { partyId: 'NOR' }, { partyId: 'CAL' }];
    expect(
      seatsBelowHolders(
        new Map([
          ['NOR', 2],
          ['CAL', 1],
        ]),
        holders,
      ),
    ).toBeNull();
    expect(
      seatsBelowHolders(
        new Map([
          ['NOR', 1],
          ['CAL', 1],
        ]),
        holders,
      ),
    ).toEqual({ partyId: 'NOR', seats: 1, holders: 2 });
  });
});
