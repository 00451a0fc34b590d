import { expect, it } from 'vitest';
import { segmentsOf, sentencesOf } from './segments.ts';

it('cuts a text where remarks begin and end, over one another too, and loses nothing', () => {
  const remarks = [
    { starts: 4, ends: 7 },
    { starts: 6, ends: 9 },
  ];
  const cut = segmentsOf('one two three', remarks);
  expect(cut.map(({ words }) => words)).toEqual(['one ', 'tw', 'o', ' t', 'hree']);
  expect(cut.map(({ within }) => within)).toEqual([false, true, true, true, false]);
  expect(cut.flatMap(({ ending }) => ending)).toEqual([1, 2]);
});

it('finds the places of sentences', () => {
  const text = 'One here.  Two there!\n\nThree';
  const found = sentencesOf(text, 'en');
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['One here.', 'Two there!', 'Three']);
});
