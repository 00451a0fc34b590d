import { expect, it } from 'vitest';
import { written } from './local-text.ts';

it('takes fields for the same in whatever order they came', () => {
  const stored = { minutes: 95, licence: '', prerequisites: ['b', 'a'] };
  const typed = { prerequisites: ['b', 'a'], licence: '', minutes: 95 };
  expect(written(typed)).toBe(written(stored));
  expect(JSON.parse(written(typed))).toEqual(stored);
  expect(written({ ...typed, licence: 'CC BY 4.0' })).not.toBe(written(stored));
  expect(written({ ...typed, prerequisites: ['a', 'b'] })).not.toBe(written(stored));
});

it('keeps words, lists and nothing as they are', () => {
  expect(written('Words')).toBe('Words');
  expect(JSON.parse(written(['b', 'a']))).toEqual(['b', 'a']);
  expect(written(null)).toBe('null');
});
