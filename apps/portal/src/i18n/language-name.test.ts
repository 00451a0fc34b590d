import { expect, it } from 'vitest';
import { languageName, languageNameIn } from './language-name.ts';

it('names a language in itself', () => {
  expect(['en', 'fr', 'de', 'pl', 'tr'].map(languageName)).toEqual([
    'English',
    'Français',
    'Deutsch',
    'Polski',
    'Türkçe',
  ]);
});

it('names a language as the reader does', () => {
  expect(languageNameIn('fr', 'en')).toBe('anglais');
  expect(languageNameIn('en', 'fr')).toBe('French');
});
