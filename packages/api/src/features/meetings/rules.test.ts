import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedAcross, orderSeen, replaced, stateOf, timing } from './rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 29, hour));
const facts = { publishedAt: at(1), cancelledAt: null, startsAt: at(10), endsAt: at(12) };

describe('where a meeting stands', () => {
  it.each([
    ['draft', { publishedAt: null }, 11],
    ['ahead', {}, 9],
    ['running', {}, 10],
    ['running', {}, 11],
    ['over', {}, 12],
    ['cancelled', { cancelledAt: at(9) }, 11],
    ['cancelled', { cancelledAt: at(9), publishedAt: null }, 11],
  ] as const)('%s', (state, more, hour) => {
    expect(stateOf({ ...facts, ...more }, at(hour))).toBe(state);
  });
});

describe('another order', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

  it('puts what is named in that order, and what is hidden keeps its place', () => {
    fc.assert(
      fc.property(ids, fc.array(fc.boolean()), fc.infiniteStream(fc.nat(1_000)), (all, hidden, random) => {
        const seen = all.filter((_, index) => !hidden[index]);
        const places = new Map(all.map((id, index) => [id, index * 2]));
        const order = seen.toSorted(() => (Number(random.next().value) % 2 === 0 ? 1 : -1));
        const after = replaced(order, places);
        const given = order.map((id) => after.get(id) ?? -1);
        expect(given).toEqual([...given].sort((a, b) => a - b));
        expect([...given].sort()).toEqual(seen.map((id) => places.get(id) ?? -1).sort());
      }),
    );
  });

  it('parts items that shared a place', () => {
    expect([
      ...replaced(
        ['b', 'a'],
        new Map([
          ['a', 3],
          ['b', 3],
        ]),
      ).values(),
    ]).toEqual([3, 4]);
  });

  it('is no change for whoever does not see what moved', () => {
    expect(orderSeen(['a', 'x', 'b'], ['a', 'b', 'x'], new Set(['a', 'b']))).toBe(false);
    expect(orderSeen(['a', 'x', 'b'], ['b', 'x', 'a'], new Set(['a', 'b']))).toBe(true);
  });

  it('names the one that moved and those it passed', () => {
    expect(movedAcross(['a', 'b', 'c', 'd'], ['b', 'c', 'a', 'd'])).toEqual({ id: 'a', crossed: ['b', 'c'] });
    expect(movedAcross(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual({ id: 'c', crossed: ['a', 'b'] });
    expect(movedAcross(['a', 'b', 'c', 'd'], ['b', 'a', 'd', 'c'])).toBeNull();
  });
});

it('says when an agenda is longer than its meeting', () => {
  expect(timing([{ minutes: 60 }, { minutes: null }, { minutes: 60 }], facts)).toEqual({
    minutes: 120,
    tooLong: false,
  });
  expect(timing([{ minutes: 121 }], facts).tooLong).toBe(true);
});
