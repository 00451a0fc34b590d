import { expect, it } from 'vitest';
import { isNarrowed, readFilters, searchPath } from './filters.ts';

const none = {
  q: '',
  body: '',
  party: '',
  kind: '' as const,
  from: '',
  until: '',
  file: false,
  in: 'entries' as const,
};

it('reads what an address says, and leaves out what makes no sense', () => {
  expect(
    readFilters({
      q: ' a\u0000b ',
      body: 'CCD',
      kind: 'rumour',
      from: '2026-02-30x',
      until: 'soon',
      file: 'yes',
    }),
  ).toEqual({
    ...none,
    q: 'a b',
    body: 'CCD',
  });
  expect(readFilters({ q: ['a', 'b'], from: '2026-02-03', file: '1' })).toEqual({
    ...none,
    from: '2026-02-03',
    file: true,
  });
});

it('writes the address it reads', () => {
  const filters = {
    ...{
      ...none,
      q: 'câbles & co',
      party: 'NOR',
      kind: 'statement' as const,
      until: '2026-03-01',
      file: true,
    },
    in: 'meetings' as const,
  };
  const written = Object.fromEntries(new URLSearchParams(searchPath(filters, 'id').split('?')[1]));
  expect(readFilters(written)).toEqual(filters);
  expect(written.before).toBe('id');
  expect(searchPath({ ...none, q: 'a' })).toBe('/search?q=a');
});

it('knows a narrowed search from one of words alone', () => {
  expect(isNarrowed({ ...none, q: 'a' })).toBe(false);
  expect(isNarrowed({ ...none, file: true })).toBe(true);
});
