import fc from 'fast-check';
import { expect, it } from 'vitest';
import { narrowingProblem } from './narrowing.ts';
import { type Marking, mayRead, partiesOf } from './rules.ts';

const party = fc.constantFrom('A', 'B', 'C');
const marking: fc.Arbitrary<Marking> = fc.record({
  level: fc.integer({ min: 0, max: 1 }),
  releasableTo: fc.uniqueArray(party, { minLength: 1 }),
  onlyFor: fc.uniqueArray(party, { maxLength: 2 }),
  caveats: fc.uniqueArray(fc.constantFrom('X')),
  originator: party,
});

it('a marking taken for narrower lets in nobody new, and its originator stays', () => {
  fc.assert(
    fc.property(marking, marking, fc.integer({ min: 0, max: 1 }), party, (now, wanted, level, who) => {
      if (narrowingProblem(now, wanted)) return;
      const reader = { level, party: who, caveats: ['X'] };
      if (mayRead(reader, wanted)) expect(mayRead(reader, now)).toBe(true);
      expect(partiesOf(wanted)).toContain(now.originator);
    }),
  );
});

const base: Marking = { level: 0, releasableTo: ['A', 'B', 'C'], onlyFor: [], caveats: [], originator: 'A' };
it.each([
  ['nothing new', {}, 'same'],
  ['fewer parties', { releasableTo: ['A', 'B'] }, null],
  ['a higher level', { level: 1 }, null],
  ['another party', { level: 1, releasableTo: ['A', 'D'] }, 'widens'],
  ['without its originator', { releasableTo: ['B', 'C'] }, 'originatorOut'],
])('%s', (_, change, problem) => {
  expect(narrowingProblem(base, { ...base, ...change })).toBe(problem);
});
