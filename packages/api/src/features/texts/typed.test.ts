import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOdd, piecesOf } from './odd-characters.ts';
import type { Part } from './schemas.ts';
import { partsFrom, typedOf } from './typed.ts';

let made = 0;
const newId = () => `new-${++made}`;
const parse = (typed: string, before: readonly Part[] = []) => partsFrom(typed, before, newId);
const kinds = (parts: readonly Part[]) => parts.map((part) => ('bracket' in part ? part.kind : part.text));
const ids = (parts: readonly Part[]) =>
  parts.flatMap((part) => ('bracket' in part ? [part.bracket, ...part.options.map((one) => one.id)] : []));

describe('what the chair types', () => {
  it.each([
    ['Allies [will] tell.', ['Allies ', 'contested', ' tell.']],
    ['Allies [intend to][will] tell.', ['Allies ', 'alternative', ' tell.']],
    ['From [… date] on.', ['From ', 'placeholder', ' on.']],
    ['From [...] on.', ['From ', 'placeholder', ' on.']],
    ['A \\[sic\\] mark.', ['A [sic] mark.']],
    ['', ['']],
    ['[a] [b]', ['contested', ' ', 'contested']],
  ])('%s', (typed, expected) => {
    const { parts, loose } = parse(typed);
    expect(kinds(parts)).toEqual(expected);
    expect(loose).toBe(false);
  });

  it.each(['Allies [will tell.', 'Allies will] tell.', 'Allies [a [b] c] tell.'])('%s is loose', (typed) => {
    expect(parse(typed).loose).toBe(true);
  });

  it('comes back as it was, and typed again unchanged keeps every id', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('[a]', '[b][c]', '[… d]', '[', ']', '\\', 'word '),
            fc.string({ unit: 'grapheme', maxLength: 5 }),
          ),
        ),
        (bits) => {
          const { parts } = parse(bits.join(''));
          const again = parse(typedOf(parts), parts);
          expect(again.parts).toEqual(parts);
          expect(again.loose).toBe(false);
        },
      ),
    );
  });

  it('keeps the ids of brackets and of options whose words stayed, and gives new ones to other words', () => {
    const { parts } = parse('Allies [intend to][will] tell [soon].');
    const more = parse('All Allies [shall][will] tell [at once] us.', parts).parts;
    const [alternative, , will, contested, soon] = ids(parts);
    const now = ids(more);
    expect([now[0], now[2], now[3]]).toEqual([alternative, will, contested]);
    expect([now[1], now[4]]).not.toContain(soon);
    expect(now[1]).toMatch(/^new-/);
  });

  it('follows a bracket by its words when another is put before it', () => {
    const { parts } = parse('Tell [soon].');
    expect(ids(parse('[Always] tell [soon].', parts).parts).slice(2)).toEqual(ids(parts));
  });
});

describe('characters that show one thing and mean another', () => {
  it.each([
    ['plain', 'Les Alliés s’informent — « sans délai » … 5 €', []],
    ['a turned direction', 'pay \u202e1000', ['direction U+202E']],
    ['what is not to be seen', 'a\u200bb\u00adc', ['invisible U+200B', 'invisible U+00AD']],
    ['one Cyrillic letter in a word', 'Аllies', ['lookalike Cyrillic']],
    [
      'a word that only looks Latin',
      'the сору',
      ['lookalike Cyrillic', 'lookalike Cyrillic', 'lookalike Cyrillic', 'lookalike Cyrillic'],
    ],
    ['drawn letters', 'ｗill', ['lookalike other']],
    ['Hebrew, as it is', 'the word שלום', []],
    ['Greek, as it is', 'the word λόγος', []],
  ])('%s', (_, text, expected) => {
    const odd = piecesOf(text).filter((piece) => piece.odd !== null);
    expect(
      odd.map(
        (piece) => `${piece.odd} ${'code' in piece ? piece.code : 'script' in piece ? piece.script : ''}`,
      ),
    ).toEqual(expected);
    expect(isOdd(text)).toBe(expected.length > 0);
  });

  it('lose nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
