import { expect, it } from 'vitest';
import { pageOf, wordsOf } from './rules.ts';

it.each([
  ['undersea cables', ['undersea', 'cables']],
  ['"undersea cables" -repair', ['undersea', 'cables']],
  ['câble OR -"ship yard" cable', ['câble', 'cable']],
  ['…', []],
])('%s is marked with %o', (query, words) => {
  expect(wordsOf(query)).toEqual(words);
});

const candidates = (kept: string) => [...kept].map((sign, index) => ({ id: `${index}`, kept: sign === 'x' }));

it.each([
  ['all of a short list', 'xx', 5, 3, ['0', '1'], null],
  ['a full page, and one more', 'xxxx', 4, 3, ['0', '1', '2'], '2'],
  ['few kept of many looked at', 'x...', 4, 3, ['0'], '3'],
  ['none kept, more behind', '....', 4, 3, [], '3'],
  ['none at all', '', 4, 3, [], null],
])('a page: %s', (_, kept, looked, shown, ids, older) => {
  expect(pageOf(candidates(kept), looked, shown)).toEqual({ ids, older });
});
