import { expect, it } from 'vitest';
import { kept } from './kept-formats.ts';

const Numbers = kept(Intl.NumberFormat);
const Plurals = kept(Intl.PluralRules);

it('gives one format for one language and the same options', () => {
  expect(new Numbers('fr')).toBe(new Numbers('fr'));
  expect(new Plurals('en', { type: 'ordinal' })).toBe(new Plurals('en', { type: 'ordinal' }));
  expect(new Numbers('fr')).not.toBe(new Numbers('en'));
  expect(new Plurals('en', { type: 'ordinal' })).not.toBe(new Plurals('en'));
});

it('formats as the engine does', () => {
  const share = { style: 'percent' } as const;
  expect(new Numbers('fr', share).format(0.5)).toBe(new Intl.NumberFormat('fr', share).format(0.5));
  expect(new Plurals('en', { type: 'ordinal' }).select(2)).toBe('two');
  expect(new Numbers('en')).toBeInstanceOf(Intl.NumberFormat);
});

it('keeps nothing that cannot be told apart by its words', () => {
  const english = new Numbers(new Intl.Locale('en'));
  expect(english.resolvedOptions().locale).toBe('en');
  expect(new Numbers(new Intl.Locale('fr')).resolvedOptions().locale).toBe('fr');
  expect(new Numbers(['fr'])).not.toBe(new Numbers(['fr']));
});
