import { expect, it } from 'vitest';
import { wordsOf } from './rules.ts';

it.each([
  ['undersea cables', ['undersea', 'cables']],
  ['"undersea cables" -repair', ['undersea', 'cables']],
  ['câble OR -"ship yard" cable', ['câble', 'cable']],
  ['…', []],
])('%s is marked with %o', (query, words) => {
  expect(wordsOf(query)).toEqual(words);
});
