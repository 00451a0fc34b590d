import { expect, it } from 'vitest';
import { filtersPath, readFilters } from './filters.ts';

it('reads what the address says, and writes it back', () => {
  const category = '0198c5a1-0000-7000-8000-000000000001';
  const path = `/learn/bank?category=${category}&type=numeric&difficulty=hard&tag=logs&q=two+words&show=unused`;
  const query = Object.fromEntries(new URL(path, 'http://x').searchParams);
  expect(filtersPath(readFilters(query))).toBe(path);
});

it('leaves out what is no filter', () => {
  expect(readFilters({ category: 'x', type: 'quiz', difficulty: '', show: 'all', q: ['a', 'b'] })).toEqual({
    show: 'live',
    words: undefined,
  });
  expect(filtersPath(readFilters({}))).toBe('/learn/bank');
});
