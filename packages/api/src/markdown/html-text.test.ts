import { expect, it } from 'vitest';
import { htmlText } from './html-text.ts';
import { renderMarkdown } from './render.ts';

const textOf = (source: string) =>
  htmlText(renderMarkdown(source, { language: 'en', idPrefix: 't-', topHeading: 3 }).html);

it('leaves the words, each block apart from the next', () => {
  expect(textOf('We *agree*ment.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |')).toBe(
    'We agreement. one two a b c d',
  );
});

it('reads signs as they were written', () => {
  expect(textOf('a < b && c > "d" — `x < y` \\&lt; é 🔒')).toBe('a < b && c > "d" — x < y &lt; é 🔒');
});
