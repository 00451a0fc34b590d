import { expect, it } from 'vitest';
import { daySaid, idSaid, partOf, said } from './address.ts';

const id = '0190a6f0-0000-7000-8000-000000000001';

it.each([
  [' été ', 'été'],
  ['a\u0000b\nc', 'a b c'],
  [['a', 'b'], ''],
  [undefined, ''],
  ['x'.repeat(300), 'x'.repeat(200)],
  // Cut within a character, half of it would be left.
  [`${'x'.repeat(199)}😀`, 'x'.repeat(199)],
])('reads %j as one line', (value, line) => {
  expect(said(value)).toBe(line);
});

it('takes what is no id and no day as not said', () => {
  expect([id, 'x', [id, id], undefined].map(idSaid)).toEqual([id, undefined, undefined, undefined]);
  expect(['2026-11-24', '2026-13-40', '24.11.2026', ['2026-11-24']].map(daySaid)).toEqual([
    '2026-11-24',
    '',
    '',
    '',
  ]);
});

it('leaves a part of a path alone that is no valid escape', () => {
  expect(['CCD', 'A%20B', '%E0%A4%A'].map(partOf)).toEqual(['CCD', 'A B', '%E0%A4%A']);
});
