import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenced, joined, segmentsOf, withHidden } from './portions.ts';

const texts = (source: string) => segmentsOf(source).segments.map(({ text, fence }) => [fence?.level, text]);

describe('the signs of parts', () => {
  it('part a text into stretches, each with whom it is for', () => {
    const { segments, problem } = segmentsOf('One\n\n:::R NOR CAL\nTwo\n\nstill two\n:::\n\nThree');
    expect(problem).toBeNull();
    expect(segments).toEqual([
      { text: 'One', fence: null, line: 1 },
      { text: 'Two\n\nstill two', fence: { level: 'R', parties: ['NOR', 'CAL'] }, line: 3 },
      { text: 'Three', fence: null, line: 8 },
    ]);
    expect(texts('  ::: U  NOR,CAL, NOR\nx\n  ::: ')).toEqual([['U', 'x']]);
  });

  it.each([
    ['a sign without parties', 'a\n:::R\nb\n:::', 'fenceWrong', 2],
    ['a slip of the key', 'a\n:::r nor\nb\n:::', 'fenceWrong', 2],
    ['more than three', 'a\n::::', 'fenceWrong', 2],
    ['an end without a beginning', 'a\nb\n:::', 'fenceWrong', 3],
    ['one in another', ':::R NOR\na\n:::R CAL\nb\n:::', 'fenceNested', 3],
    ['no end', 'a\n\n:::R NOR\nb', 'fenceOpen', 3],
    ['nothing inside', 'a\n:::R NOR\n\n:::', 'fenceEmpty', 2],
  ])('%s is told with its line', (_, source, key, line) => {
    expect(segmentsOf(source).problem).toEqual({ key, line });
  });

  const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/);
  const party = fc.stringMatching(/^[A-Z]{3}$/);
  const piece = fc.record({
    text: words,
    fence: fc.option(
      fc.record({
        level: fc.constantFrom('U', 'R'),
        parties: fc.uniqueArray(party, { minLength: 1, maxLength: 4 }),
      }),
    ),
  });

  it('read back what they were written as, and words of a part never stand outside it', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const source = joined(pieces.map(({ text, fence }) => (fence ? fenced(text, fence) : text)));
        const { segments, problem } = segmentsOf(source);
        expect(problem).toBeNull();
        const parts = pieces.filter(({ fence }) => fence);
        expect(segments.filter(({ fence }) => fence).map(({ text, fence }) => ({ text, fence }))).toEqual(
          parts,
        );
        const open = joined(segments.filter(({ fence }) => !fence).map(({ text }) => text));
        expect(open).toBe(joined(pieces.filter(({ fence }) => !fence).map(({ text }) => text)));
      }),
    );
  });

  it('keep parts their writer did not see: none is lost, and the order of the others stands', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.array(fc.boolean()), (all, unseen) => {
        const before = all.map((portion) => ({ portion }));
        const hidden = new Set(all.filter((_, index) => unseen[index]));
        const after = before.filter(({ portion }) => !hidden.has(portion ?? ''));
        const whole = withHidden(before, after, hidden);
        expect(whole.map(({ portion }) => portion).sort()).toEqual([...all].sort());
        expect(whole.filter(({ portion }) => !hidden.has(portion ?? ''))).toEqual(after);
      }),
    );
  });

  const own = (source: string) => ({ source });
  const part = (portion: string) => ({ portion });
  it.each([
    [
      'between words that became one',
      [own('A'), part('x'), own('B')],
      [own('A\n\nB')],
      [own('A'), part('x'), own('B')],
    ],
    ['first', [part('x'), own('A')], [own('A')], [part('x'), own('A')]],
    ['last', [own('A'), part('x')], [own('A')], [own('A'), part('x')]],
    [
      'after one that is seen',
      [own('A'), part('s'), part('x'), own('B')],
      [own('A'), part('s'), own('B')],
      [own('A'), part('s'), part('x'), own('B')],
    ],
    [
      'before what followed it, where the words before are others',
      [own('A'), part('x'), own('B')],
      [own('C\n\nB')],
      [own('C'), part('x'), own('B')],
    ],
    [
      'at the end, where all words are others',
      [own('A'), part('x'), own('B')],
      [own('C')],
      [own('C'), part('x')],
    ],
  ])('put a part that was not seen back %s', (_, before, after, whole) => {
    expect(withHidden(before, after, new Set(['x']))).toEqual(whole);
  });
});
