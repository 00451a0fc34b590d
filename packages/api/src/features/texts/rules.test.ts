import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, compareWords } from './redline.ts';
import {
  applyAmendment,
  cleanText,
  liveBrackets,
  numbersOf,
  placeholders,
  settle,
  wordsOf,
} from './rules.ts';
import type { Bracket, Paragraph } from './schemas.ts';

const line = (id: string, words: string, kind: Paragraph['kind'] = 'paragraph'): Paragraph => ({
  id,
  kind,
  parts: [{ text: words }],
});
const bracket = (id: string, kind: Bracket['kind'], ...options: string[]): Bracket => ({
  bracket: id,
  kind,
  options: options.map((text) => ({ id: `${id}-${text}`, text })),
});
const held = (bracketId: string, option: string, partyId = 'CAL') => ({
  bracketId,
  optionId: `${bracketId}-${option}`,
  partyId,
});
const said = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ parts }) => wordsOf(parts));

describe('numbers', () => {
  it('count paragraphs through, letter items under theirs, and leave headings without', () => {
    const kinds: Paragraph['kind'][] = [
      'heading',
      'preamble',
      'preamble',
      'paragraph',
      'item',
      'item',
      'heading',
      'paragraph',
      'item',
    ];
    const numbers = numbersOf(kinds.map((kind, index) => line(String(index), 'x', kind)));
    expect([...numbers.values()]).toEqual(['', 'PP1', 'PP2', '1', '1(a)', '1(b)', '', '2', '2(a)']);
  });

  it('go on after z', () => {
    const items = Array.from({ length: 28 }, (_, index) => line(String(index), 'x', 'item'));
    expect([...numbersOf([line('p', 'x'), ...items]).values()].slice(-2)).toEqual(['1(aa)', '1(ab)']);
  });
});

describe('brackets', () => {
  const text = (...parts: Paragraph['parts']): Paragraph[] => [{ id: 'p', kind: 'paragraph', parts }];

  it.each([
    ['contested and kept', bracket('b', 'contested', 'soon'), [held('b', 'soon')], 'tell [soon] all', 1],
    ['contested, kept by nobody', bracket('b', 'contested', 'soon'), [], 'tell soon all', 0],
    ['one of two kept', bracket('b', 'alternative', 'one', 'two'), [held('b', 'two')], 'tell two all', 0],
    [
      'two of three kept',
      bracket('b', 'alternative', 'one', 'two', 'three'),
      [held('b', 'one'), held('b', 'three')],
      'tell [one] [three] all',
      1,
    ],
    ['none of two kept', bracket('b', 'alternative', 'one', 'two'), [], 'tell [one] [two] all', 1],
    ['a gap', bracket('b', 'placeholder', 'date'), [], 'tell [… date] all', 0],
    ['an empty gap', bracket('b', 'placeholder', ''), [], 'tell […] all', 0],
    ['kept in another bracket', bracket('b', 'contested', 'soon'), [held('c', 'soon')], 'tell soon all', 0],
  ])('%s', (_, part, holdings, words, live) => {
    const paragraphs = text({ text: 'tell ' }, part, { text: ' all' });
    expect(said(settle(paragraphs, holdings))).toEqual([words]);
    expect(liveBrackets(paragraphs, holdings)).toHaveLength(live);
    expect(cleanText(paragraphs, holdings)).toMatchObject([{ id: 'p', number: '1', words }]);
    expect(placeholders(paragraphs)).toHaveLength(part.kind === 'placeholder' ? 1 : 0);
  });

  it('leave the words around them as they are, and never more brackets than there were', () => {
    fc.assert(
      fc.property(texts(), fc.array(fc.tuple(fc.nat(9), fc.nat(2))), (paragraphs, picks) => {
        const all = paragraphs.flatMap((paragraph) => paragraph.parts.filter((part) => 'bracket' in part));
        const holdings = picks.flatMap(([at, option]) => {
          const part = all[at];
          const chosen = part?.options[option];
          return part && chosen ? [{ bracketId: part.bracket, optionId: chosen.id, partyId: 'N' }] : [];
        });
        const settled = settle(paragraphs, holdings);
        expect(settled.map((one) => one.id)).toEqual(paragraphs.map((one) => one.id));
        expect(settle(settled, holdings)).toEqual(settled);
        expect(liveBrackets(paragraphs, holdings).length).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});

describe('an amendment', () => {
  const before = [line('a', 'One.'), line('b', 'Two.'), line('h', 'Part', 'heading')];

  it('replaces, inserts or deletes, and leaves every other paragraph as it is', () => {
    const replaced = applyAmendment(before, { kind: 'replace', paragraphId: 'b', words: 'Deux.' });
    expect(replaced).toEqual([before[0], line('b', 'Deux.'), before[2]]);
    const first = applyAmendment(before, { kind: 'insert', paragraphId: null, words: 'Zero.', newId: 'z' });
    expect(first).toEqual([line('z', 'Zero.'), ...before]);
    const after = applyAmendment(before, { kind: 'insert', paragraphId: 'h', words: 'Three.', newId: 'z' });
    expect(after?.at(-1)).toEqual(line('z', 'Three.'));
    expect(applyAmendment(before, { kind: 'delete', paragraphId: 'a' })).toEqual(before.slice(1));
  });

  it('that is about a paragraph which is gone changes nothing', () => {
    expect(applyAmendment(before, { kind: 'replace', paragraphId: 'gone', words: 'x' })).toBeNull();
    expect(
      applyAmendment(before, { kind: 'insert', paragraphId: 'gone', words: 'x', newId: 'z' }),
    ).toBeNull();
  });

  it('keeps ids and their order, whatever it is', () => {
    fc.assert(
      fc.property(
        texts(),
        fc.nat(),
        fc.constantFrom('replace', 'insert', 'delete'),
        (paragraphs, at, kind) => {
          const target = paragraphs[at % paragraphs.length];
          if (!target) return;
          const result = applyAmendment(paragraphs, {
            kind,
            paragraphId: target.id,
            words: 'new words',
            newId: 'new',
          });
          const ids = paragraphs.map((one) => one.id);
          const left = result?.map((one) => one.id).filter((id) => id !== 'new');
          expect(left).toEqual(kind === 'delete' ? ids.filter((id) => id !== target.id) : ids);
          for (const one of result ?? [])
            if (one.id !== target.id && one.id !== 'new')
              expect(one).toBe(paragraphs.find((other) => other.id === one.id));
        },
      ),
    );
  });
});

describe('a redline', () => {
  const text = (runs: ReturnType<typeof compareWords>, left: 'added' | 'removed') =>
    runs
      .filter((run) => run.op !== left)
      .map((run) => run.text)
      .join('');

  it('strikes and writes whole words', () => {
    expect(compareWords('Allies [intend to] [will] share news.', 'Allies will share news.')).toEqual([
      { op: 'same', text: 'Allies ' },
      { op: 'removed', text: '[intend to] [will]' },
      { op: 'added', text: 'will' },
      { op: 'same', text: ' share news.' },
    ]);
    expect(compareWords('They inform us.', 'They informed us.')).toEqual([
      { op: 'same', text: 'They ' },
      { op: 'removed', text: 'inform' },
      { op: 'added', text: 'informed' },
      { op: 'same', text: ' us.' },
    ]);
  });

  it('tells neighbouring changes as one', () => {
    expect(compareWords('Allies shall meet often and talk.', 'Allies will gather often and talk.')).toEqual([
      { op: 'same', text: 'Allies ' },
      { op: 'removed', text: 'shall meet' },
      { op: 'added', text: 'will gather' },
      { op: 'same', text: ' often and talk.' },
    ]);
  });

  it('puts a sentence that has nothing in common after the old one', () => {
    expect(compareWords('Ships sail at dawn.', 'Nobody knows the harbour.')).toHaveLength(2);
  });

  it('gives both wordings back exactly, for any words', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (before, after) => {
        const runs = compareWords(before, after);
        expect(text(runs, 'added')).toBe(before);
        expect(text(runs, 'removed')).toBe(after);
      }),
    );
  });

  it('follows paragraphs by their ids: moved, new, gone', () => {
    const [a, b, c, d] = [line('a', 'A.'), line('b', 'B.'), line('c', 'C.'), line('d', 'D.')];
    const changes = compareVersions([a, b, c], [c, a, d]);
    expect(changes.map(({ id, change, movedFrom }) => ({ id, change, movedFrom }))).toEqual([
      { id: 'c', change: 'same', movedFrom: '3' },
      { id: 'a', change: 'same', movedFrom: null },
      { id: 'b', change: 'deleted', movedFrom: null },
      { id: 'd', change: 'inserted', movedFrom: null },
    ]);
  });

  it('tells each paragraph of both versions once, and the versions can be read from it', () => {
    fc.assert(
      fc.property(texts(), texts(), fc.nat(), (before, other, seed) => {
        const after = [
          ...before.slice(seed % before.length),
          ...other.map((one) => ({ ...one, id: `o${one.id}` })),
        ];
        const changes = compareVersions(before, after);
        expect(changes.filter((one) => one.change !== 'deleted').map((one) => one.id)).toEqual(
          after.map((one) => one.id),
        );
        expect(new Set(changes.map((one) => one.id)).size).toBe(
          new Set([...before, ...after].map((one) => one.id)).size,
        );
        const words = changes
          .filter((one) => one.change !== 'deleted')
          .map((one) => text(one.runs, 'removed'));
        expect(words).toEqual(said(after));
      }),
    );
  });
});

const anyWords = fc
  .array(
    fc.oneof(
      fc.constantFrom('Allies', 'will', 'share', 'l’Alliance', '[soon]', '[a] [b]', 'שלום', ',', '.'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
  )
  .map((words) => words.join(' '));

/** Texts of plain words and brackets, every id once. */
function texts() {
  const part = (key: string) =>
    fc.oneof(
      anyWords.map((text) => ({ text })),
      fc.constantFrom('contested' as const, 'placeholder' as const).map((kind) => bracket(key, kind, 'x')),
      fc.constant(bracket(key, 'alternative', 'x', 'y', 'z')),
    );
  return fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc
          .tuple(
            part(`b${index}`),
            anyWords,
            fc.constantFrom<Paragraph['kind']>('paragraph', 'item', 'heading', 'preamble'),
          )
          .map(
            ([first, after, kind]): Paragraph => ({
              id: `p${index}`,
              kind,
              parts: [first, { text: after }],
            }),
          ),
      ),
    ),
  );
}
