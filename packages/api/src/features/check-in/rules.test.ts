import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, type Passage, presenceOf, readCode, showCode } from './rules.ts';

const code = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: 8, maxLength: 8 })
  .map((letters) => letters.join(''));

describe('a code', () => {
  it.each([
    ['k7qm-2pxd', 'K7QM2PXD'],
    [' K7QM 2PXD ', 'K7QM2PXD'],
    ['KOIL-LLOO', 'K0111100'],
    ['https://portal.example/exercise/QH27/door#K7QM2PXD', 'K7QM2PXD'],
    ['K7QM-2PX', null],
    ['K7QM-2PXU', null],
    ['', null],
  ])('%s is read as %s', (typed, read) => expect(readCode(typed)).toBe(read));

  it('is read as it is shown', () => {
    fc.assert(fc.property(code, (one) => readCode(showCode(one)) === one));
    fc.assert(fc.property(code, (one) => readCode(showCode(one).toLowerCase()) === one));
  });
});

const passage = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('in' as const, 'out' as const),
  at: fc.integer({ min: 0, max: 600 }).map((minute) => new Date(minute * 60_000).toISOString()),
});

describe('where somebody is', () => {
  it('is the same whatever order doors tell in, and however often', () => {
    const told = fc
      .uniqueArray(passage, { selector: ({ id }) => id, maxLength: 20 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length })),
      );
    fc.assert(
      fc.property(told, ([all, again]) => {
        const shuffled = [...again, ...all];
        expect(presenceOf(shuffled)).toEqual(presenceOf(all));
      }),
    );
  });

  it('is since they came first, and counts what was seen already', () => {
    const at = (minute: number) => new Date(minute * 60_000).toISOString();
    const all: Passage[] = [
      { id: 'b', kind: 'in', at: at(5) },
      { id: 'a', kind: 'in', at: at(1) },
      { id: 'c', kind: 'out', at: at(9) },
      { id: 'd', kind: 'in', at: at(12) },
    ];
    expect(presenceOf([])).toEqual({ state: null, since: null, repeated: 0 });
    expect(presenceOf(all.slice(0, 2))).toEqual({ state: 'in', since: at(1), repeated: 1 });
    expect(presenceOf(all)).toEqual({ state: 'in', since: at(12), repeated: 1 });
  });
});
