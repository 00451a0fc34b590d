import { describe, expect, it } from 'vitest';
import { negotiateLocale } from './locales.ts';

describe('the language for a browser', () => {
  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de, en-GB;q=0.7, fr;q=0.6', 'en'],
    ['de;q=1, fr;q=0.2', 'fr'],
    ['fr;q=0, en', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s gets %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
