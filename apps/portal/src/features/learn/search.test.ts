import { expect, it } from 'vitest';
import { isNarrowed, readSearch, searchPath } from './search.ts';

it('reads what an address asks for, and writes it again', () => {
  const search = readSearch({ q: ' été ', category: 'awareness', language: 'fr' });
  expect(search).toMatchObject({ words: 'été', category: 'awareness', language: 'fr' });
  expect(isNarrowed(search)).toBe(true);
  expect(searchPath(search)).toBe('/learn?q=%C3%A9t%C3%A9&category=awareness&language=fr');
});

it('takes nonsense as not said', () => {
  const search = readSearch({ q: ['a', 'b'], category: '../x', language: '%%', after: 'no', title: 'x' });
  expect(search).toEqual({ words: '', category: undefined, language: undefined, after: undefined });
  expect(isNarrowed(search)).toBe(false);
  expect(readSearch({ q: 'a\u0000b' }).words).toBe('a b');
});
