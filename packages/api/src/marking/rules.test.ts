import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, dominates, type Marking, mayRead, normalise, partiesOf } from './rules.ts';

const party = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const caveat = fc.constantFrom('X', 'Y');
const marking: fc.Arbitrary<Marking> = fc.record({
  level: fc.integer({ min: 0, max: 2 }),
  releasableTo: fc.uniqueArray(party),
  onlyFor: fc.uniqueArray(party, { maxLength: 3 }),
  caveats: fc.uniqueArray(caveat),
  originator: party,
});
const reader = fc.record({ level: fc.integer({ min: -1, max: 2 }), party, caveats: fc.uniqueArray(caveat) });

describe('markings', () => {
  it('are never open to everyone by being empty', () => {
    const empty: Marking = { level: 0, releasableTo: [], onlyFor: [], caveats: [], originator: 'A' };
    expect(partiesOf(empty)).toEqual(['A']);
    expect(mayRead({ level: 2, party: 'B', caveats: [] }, empty)).toBe(false);
  });

  it('are the same whatever the order they are written in', () => {
    fc.assert(
      fc.property(marking, (one) => {
        const turned = {
          ...one,
          releasableTo: [...one.releasableTo].reverse(),
          caveats: [...one.caveats].reverse(),
        };
        expect(normalise(turned)).toEqual(normalise(one));
        expect(normalise(normalise(one))).toEqual(normalise(one));
      }),
    );
  });

  it('are ordered: a marking dominates itself, and dominating passes on', () => {
    fc.assert(
      fc.property(marking, marking, marking, (a, b, c) => {
        expect(dominates(a, a)).toBe(true);
        if (dominates(a, b) && dominates(b, c)) expect(dominates(a, c)).toBe(true);
      }),
    );
  });

  it('that dominate let nobody read who might not read the weaker', () => {
    fc.assert(
      fc.property(marking, marking, reader, (strong, weak, who) => {
        if (dominates(strong, weak) && mayRead(who, strong)) expect(mayRead(who, weak)).toBe(true);
      }),
    );
  });

  it('combined are read by exactly those who may read each', () => {
    fc.assert(
      fc.property(fc.array(marking, { minLength: 1, maxLength: 4 }), reader, (list, who) => {
        const banner = combine(list, 'A');
        const all = list.every((one) => mayRead(who, one));
        expect(banner !== null && mayRead(who, banner)).toBe(all);
        if (banner) for (const one of list) expect(dominates(banner, one)).toBe(true);
      }),
    );
  });
});
