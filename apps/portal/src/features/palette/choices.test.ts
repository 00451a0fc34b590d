import { expect, it } from 'vitest';
import { pageChoices, searchHref, step } from './choices.ts';

const pages = [
  { href: '/', label: 'Aujourd’hui' },
  { href: '/library', label: 'Bibliothèque' },
] as const;

it('finds pages without minding accents or case', () => {
  expect(pageChoices(pages, 'BIBLIOTHE').map((choice) => choice.href)).toEqual(['/library']);
  expect(pageChoices(pages, '')).toHaveLength(2);
  expect(pageChoices(pages, 'x')).toEqual([]);
});

it('goes round at either end', () => {
  expect([step(0, -1, 3), step(2, 1, 3), step(0, 1, 0)]).toEqual([2, 0, -1]);
});

it('keeps what was typed in the address of a search', () => {
  expect(searchHref('a&b #1')).toBe('/search?q=a%26b%20%231');
});
