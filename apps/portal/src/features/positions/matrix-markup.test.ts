import { expect, it } from 'vitest';
import { type MatrixWords, matrixRows } from './matrix-markup.ts';
import type { Matrix } from './types.ts';

const words: MatrixWords = {
  whole: 'The whole text',
  heading: 'Heading:',
  mark: (nation, trouble, place) => `${nation}: ${trouble}, ${place}`,
  amendments: (nation, count, place) => `${nation}: ${count} amendments, ${place}`,
};

const matrix = (amendments: number) =>
  ({
    textId: 'text',
    nations: [{ id: 'cal', code: 'CAL', name: 'Calder', mine: false }],
    paragraphs: [{ id: 'p7', kind: 'paragraph', number: '7', start: 'It does so' }],
    marks: [
      { partyId: 'cal', paragraphId: 'p7', trouble: 'reservation', id: 'r' },
      ...Array.from({ length: amendments }, (_, at) => ({
        ...{ partyId: 'cal', paragraphId: 'p7', trouble: 'amendment', id: `a${at}` },
      })),
    ],
  }) as unknown as Matrix;

const linksOf = (amendments: number) => {
  const all = matrix(amendments);
  const { html } = matrixRows(all, all.paragraphs, words);
  return [...html.matchAll(/href="([^"]*)"[^>]*aria-label="([^"]*)"/g)].map(([, href, name]) => [href, name]);
};

it('leads to each of a few amendments, and to many of one nation together', () => {
  expect(linksOf(2)).toEqual([
    ['/consult/texts/text?view=positions#r-r', 'Calder: reservation, 7'],
    ['/consult/texts/text?view=amendments#a-a0', 'Calder: amendment, 7'],
    ['/consult/texts/text?view=amendments#a-a1', 'Calder: amendment, 7'],
  ]);
  expect(linksOf(18)).toEqual([
    ['/consult/texts/text?view=positions#r-r', 'Calder: reservation, 7'],
    ['/consult/texts/text?view=amendments&amp;nation=CAL#g-p7', 'Calder: 18 amendments, 7'],
  ]);
});
