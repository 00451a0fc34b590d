import { expect, it } from 'vitest';
import { spaced } from './spacing.ts';

it('lets no line of French begin with a sign, nor end with the beginning of a quotation', () => {
  const words = {
    a: 'Cours : « Veille » ; prêt ?',
    b: [[['title'], ' : fin !'], { other: 'Non ; si.' }],
    c: 3,
  };
  expect(spaced(words, 'fr')).toEqual({
    a: 'Cours\u00a0: «\u00a0Veille\u00a0»\u00a0; prêt\u00a0?',
    b: [[['title'], '\u00a0: fin\u00a0!'], { other: 'Non\u00a0; si.' }],
    c: 3,
  });
});

it('leaves English and the formats of figures as they are', () => {
  expect(spaced('A : b ?', 'en')).toBe('A : b ?');
  expect(spaced('{n, number, ::percent} lu', 'fr')).toBe('{n, number, ::percent} lu');
});
