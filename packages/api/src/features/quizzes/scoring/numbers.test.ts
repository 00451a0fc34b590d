import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionBody } from '../../bank/body.ts';
import { readNumber, scoreNumeric } from './numbers.ts';

describe('a typed number', () => {
  it.each<[string, number[], string?]>([
    ['3.5', [3.5]],
    ['3,5', [3.5]],
    [' 1 234 ', [1234]],
    ['1\u202f234,5', [1234.5]],
    ['1\u00a0234\u00a0567.25', [1234567.25]],
    ['1,234.5', [1234.5]],
    ['1.234,5', [1234.5]],
    ['1’234.5', [1234.5]],
    ['1,234', [1234, 1.234]],
    ['1.234', [1.234]],
    ['1.234.567', [1234567]],
    ['1,234,567', [1234567]],
    ['\u22124', [-4]],
    ['+7', [7]],
    ['.5', [0.5]],
    [',5', [0.5]],
    ['5.', [5]],
    ['6e3', [6000]],
    ['6,02 × 10^3', [6020]],
    ['2E-1', [0.2]],
    ['３，５', [3.5]],
    ['٣', [3]],
    ['12 km', [12], 'km'],
    ['1 234,5 kB/s', [1234.5], 'kB/s'],
    ['5 euros', [5], 'euros'],
  ])('%s', (typed, values, rest = '') => expect(readNumber(typed)).toEqual({ values, rest }));

  it.each([
    '',
    'four',
    '-',
    '1.2.3',
    '12 34',
    '1,2,3',
    '1 2345',
    '--3',
    ',',
    'e5',
    'NaN',
    'Infinity',
    '1e999',
  ])('%s is none', (typed) => expect(readNumber(typed)).toBeNull());

  it('is read back however it is written', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.constantFrom('en', 'fr', 'de-CH'),
        (whole, locale) => {
          const value = whole / 100;
          expect(readNumber(new Intl.NumberFormat(locale).format(value))?.values).toContain(value);
        },
      ),
    ));

  it('never breaks', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(readNumber(typed)?.values.every(Number.isFinite) ?? true).toBe(true);
      }),
    ));
});

const body = (more: object) => {
  const read = questionBody.parse({
    kind: 'numeric',
    texts: {},
    accepted: [
      { value: 90, tolerance: 1 },
      { value: 90, tolerance: 10, toleranceIs: 'percent', share: 50 },
    ],
    ...more,
  });
  if (read.kind !== 'numeric') throw new Error('Not a number.');
  return read;
};
const units = [
  { name: 'min', factor: 1 },
  { name: 'h', factor: 60 },
  { name: 'mW', factor: 0.001 },
  { name: 'MW', factor: 1000 },
];

describe('a number earns', () => {
  it.each<[string, object, string, string | null, number]>([
    ['the whole when exact', {}, '90', null, 1],
    ['the whole within tolerance', {}, '91', null, 1],
    ['half within the wider one', {}, '98,9', null, 0.5],
    ['nothing beyond', {}, '99.1', null, 0],
    ['nothing with a unit nobody asked for', {}, '90 min', null, 0],
    ['the whole in its unit', { units }, '90', 'min', 1],
    ['the whole in another unit', { units }, '1,5', 'h', 1],
    ['the whole with the unit typed behind', { units }, '1.5 H', null, 1],
    ['the whole without a unit where that costs nothing', { units }, '90', null, 1],
    ['less without a unit', { units, unitPenalty: 30 }, '90', null, 0.7],
    ['less in a unit unknown', { units, unitPenalty: 30 }, '90', 'days', 0.7],
    ['nothing where the unit is needed', { units, unitPenalty: 100 }, '90', null, 0],
    ['by the case of its unit', { units }, '0.09', 'MW', 1],
    ['nothing for another case', { units }, '0.09', 'mW', 0],
    ['nothing for a word', { units }, 'ninety', 'min', 0],
  ])('%s', (_, more, number, unit, expected) =>
    expect(scoreNumeric(body(more), { number, unit })).toBe(expected),
  );

  it('is not undone by binary fractions', () => {
    const tenth = body({ accepted: [{ value: 0.3, tolerance: 0.1 }] });
    expect(scoreNumeric(tenth, { number: '0.4', unit: null })).toBe(1);
    expect(scoreNumeric(tenth, { number: '0.2', unit: null })).toBe(1);
  });
});
