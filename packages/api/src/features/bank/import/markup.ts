import { decodeEntities } from '../../../xml.ts';

/** How a text of a file is written. */
export type Markup = 'html' | 'markdown' | 'plain' | 'auto';

const TAG = /<\/?[a-z][^<>]*>/i;
const BLOCK = /^<(?:p|div|ul|ol|table|h[1-6]|blockquote|pre|dl|section|figure|details)\b/i;

/** A text of a file as the Markdown that says the same. */
export function toMarkdown(text: string, markup: Markup): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (markup === 'markdown') return trimmed;
  if (markup === 'plain') return escapeMarkdown(trimmed);
  if (!TAG.test(trimmed))
    return escapeMarkdown(markup === 'html' ? decodeEntities(trimmed) : decodeIfAny(trimmed));
  return fromHtml(trimmed);
}

/** HTML as it may stand in Markdown: one paragraph as its words, anything else as one block that Markdown leaves alone. */
function fromHtml(html: string): string {
  const [, inner] = /^<p(?:\s[^>]*)?>([\s\S]*?)<\/p>$/i.exec(html) ?? [];
  const words = inner ?? html;
  if (!TAG.test(words)) return escapeMarkdown(decodeEntities(words.replace(/\s+/g, ' ').trim()));
  const withoutLines = html.replace(/<pre[\s\S]*?<\/pre>|\s*\n\s*/gi, (found) =>
    found.startsWith('<') ? found.replace(/\n/g, '&#10;') : ' ',
  );
  return BLOCK.test(withoutLines) ? withoutLines : `<div>${withoutLines}</div>`;
}

/** Words so that Markdown shows them as they are. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n');
}

const decodeIfAny = (text: string) => (text.includes('&') ? decodeEntities(text) : text);

/** The words of a text without its markup, on one line: for names, and for what is typed as an answer. */
export function plainWords(text: string): string {
  return decodeEntities(text.replace(/<[^<>]*>/g, ' '))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** What is typed for an answer: on one line, and otherwise as it stands. */
export const typedWords = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
