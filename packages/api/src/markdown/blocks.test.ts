import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';

const told = (source: string) =>
  blocksOf(source).map(({ kind, depth, sign, runs }) => [
    kind,
    depth,
    sign,
    runs.map((run) => run.text).join(''),
  ]);

describe('a text as blocks', () => {
  it('keeps headings, paragraphs, lists, quotations, code and tables in their order', () => {
    const source =
      '# Why\n\nWe **ask** for _time_.\n\n1. first\n2. second\n   - deeper\n\n> said before\n\n```\na < b\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |';
    expect(told(source)).toEqual([
      ['heading', 0, '', 'Why'],
      ['paragraph', 0, '', 'We ask for time.'],
      ['item', 1, '1.', 'first'],
      ['item', 1, '2.', 'second'],
      ['item', 2, '•', 'deeper'],
      ['quote', 1, '', 'said before'],
      ['code', 0, '', 'a < b'],
      ['paragraph', 0, '', 'a | b'],
      ['paragraph', 0, '', '1 | 2'],
    ]);
    expect(blocksOf('We **ask** for _time_.')[0]?.runs).toEqual([
      { text: 'We ' },
      { text: 'ask', bold: true },
      { text: ' for ' },
      { text: 'time', italics: true },
      { text: '.' },
    ]);
  });

  it('loses no word of a plain text, whatever it holds', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        expect(told(words.join(' '))).toEqual([['paragraph', 0, '', words.join(' ')]]);
      }),
    );
  });
});
