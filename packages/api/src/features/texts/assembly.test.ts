import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, codesIn, optionsToKeep, typedAmendment } from './assembly.ts';
import { bracketWords } from './rules.ts';
import type { Bracket, Paragraph } from './schemas.ts';
import { typedOf } from './typed.ts';

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};

const bracket = (id: string, ...options: string[]): Bracket => ({
  bracket: id,
  kind: options.length > 1 ? 'alternative' : 'contested',
  options: options.map((text, index) => ({ id: `${id}-${index}`, text })),
});
const paragraph = (id: string, ...parts: Paragraph['parts']): Paragraph => ({ id, kind: 'paragraph', parts });
const rowsOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ id, kind, parts }) => ({ id, kind, typed: typedOf(parts) }));

const before = [
  paragraph('p1', { text: 'Allies ' }, bracket('b1', 'intend to', 'will'), { text: ' tell. They ' }),
  paragraph('p2', { text: 'Each nation ' }, bracket('b2', 'names'), { text: ' one.' }),
];

describe('typed rows as paragraphs', () => {
  it('give back a version as it was, with every id', () => {
    expect(assemble(rowsOf(before), before, counter())).toEqual({ paragraphs: before, loose: [] });
  });

  it('keep a bracket that a split took along to a new paragraph', () => {
    const rows = [
      { id: 'p1', kind: 'paragraph' as const, typed: 'Allies ' },
      { id: 'new', kind: 'paragraph' as const, typed: '[intend to][will] tell. They ' },
    ];
    const { paragraphs } = assemble(rows, before, counter());
    expect(paragraphs[1]?.parts[0]).toEqual(bracket('b1', 'intend to', 'will'));
  });

  it('give a bracket to one paragraph only where its words stand twice', () => {
    const rows = [...rowsOf(before), { id: 'p3', kind: 'paragraph' as const, typed: 'He [names] it.' }];
    const ids = assemble(rows, before, counter())
      .paragraphs.flatMap((one) => one.parts)
      .flatMap((part) => ('bracket' in part ? [part.bracket] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 2)).toEqual(['b1', 'b2']);
  });

  it('name the rows in which a bracket is left open', () => {
    const rows = [{ id: 'p1', kind: 'paragraph' as const, typed: 'Allies [will tell.' }];
    expect(assemble(rows, before, counter()).loose).toEqual(['p1']);
  });

  const words = fc.stringMatching(/^[a-z ]{1,12}$/);
  const part = fc.oneof(
    words.map((text) => ({ text })),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((options) => ({ options })),
  );

  it('hold every id once, whatever is moved, cut and repeated', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(part, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(20), { maxLength: 8 }),
        (seeds, moves) => {
          let count = 0;
          const old = seeds.map((parts, index) =>
            paragraph(
              `p${index}`,
              ...parts.map((one) => {
                count += 1;
                return 'text' in one ? one : bracket(`b${count}`, ...one.options);
              }),
            ),
          );
          const rows = rowsOf(old);
          for (const [index, move] of moves.entries()) {
            const row = rows[move % rows.length];
            if (!row) continue;
            const cut = move % (row.typed.length + 1);
            rows.push({ ...row, id: `n${index}`, typed: row.typed.slice(cut) });
            if (move % 2 === 0) row.typed = row.typed.slice(0, cut);
          }
          const { paragraphs } = assemble(rows, old, counter());
          const brackets = paragraphs
            .flatMap((one) => one.parts)
            .filter((one): one is Bracket => 'bracket' in one);
          const ids = [
            ...brackets.map((one) => one.bracket),
            ...brackets.flatMap((one) => one.options.map((option) => option.id)),
          ];
          expect(new Set(ids).size).toBe(ids.length);
          expect(paragraphs.map((one) => one.id)).toEqual(rows.map((one) => one.id));
        },
      ),
    );
  });
});

describe('who keeps what', () => {
  it('reads codes however they are typed', () => {
    expect(codesIn(' nor, CAL;isk  nor')).toEqual(['NOR', 'CAL', 'ISK']);
    expect(codesIn('')).toEqual([]);
  });

  it('joins those of the record with those the chair adds, and names what no nation has', () => {
    const options = optionsToKeep(before, {
      holdings: [{ bracketId: 'b1', optionId: 'b1-0', code: 'CAL' }],
      kept: [{ rowId: 'p1', option: 'will', codes: 'nor, xyz' }],
      nations: new Set(['NOR', 'CAL']),
    });
    expect(options.map(({ words, held, added, unknown }) => ({ words, held, added, unknown }))).toEqual([
      { words: 'intend to', held: ['CAL'], added: [], unknown: [] },
      { words: 'will', held: [], added: ['NOR'], unknown: ['XYZ'] },
      { words: 'names', held: [], added: [], unknown: [] },
    ]);
  });
});

describe('an amendment taken in', () => {
  it('keeps the brackets it left as they were', () => {
    const one = bracket('b1', 'intend to', 'will');
    const typed = typedAmendment('Allies [intend to] [will] tell at once.', [
      { shown: bracketWords(one), typed: typedOf([one]) },
    ]);
    expect(typed).toBe('Allies [intend to][will] tell at once.');
    const { paragraphs } = assemble([{ id: 'p1', kind: 'paragraph', typed }], before, counter());
    expect(paragraphs[0]?.parts[1]).toEqual(one);
  });
});
