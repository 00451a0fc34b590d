import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { calm, isHostile } from './guard.ts';

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'listItem',
  'blockquote',
  'code',
  'tableRow',
  'footnoteDefinition',
]);
const CALLOUT = /^\[!(?:NOTE|TIP|WARNING|CAUTION|IMPORTANT)\]\s*/i;

/** The words of a Markdown text without its signs, one block per line: what search and previews read. */
export function plainText(source: string, mention?: (id: string) => string | null): string {
  const calmed = calm(source);
  const raw = isHostile(calmed, true) ? calmed : collectSafely(calmed);
  return raw
    .replace(/@\[([0-9a-z][0-9a-z-]{0,63})\]/gi, (typed, id: string) => {
      const name = mention?.(id) ?? null;
      return name === null ? typed : `@${name}`;
    })
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function collectSafely(source: string): string {
  try {
    const parts: string[] = [];
    collect(unified().use(remarkParse).use(remarkGfm).parse(source), parts);
    return parts.join('');
  } catch (error) {
    if (error instanceof RangeError) return source;
    throw error;
  }
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value.replace(CALLOUT, ''));
  else if (node.type === 'inlineCode' || node.type === 'code') parts.push(node.value);
  else if (node.type === 'image' || node.type === 'imageReference') parts.push(node.alt ?? '');
  else if (node.type === 'break') parts.push('\n');
  else if (node.type === 'html') parts.push(' ');
  else if ('children' in node) for (const child of node.children) collect(child, parts);
  if (node.type === 'tableCell') parts.push(' ');
  if (BLOCKS.has(node.type)) parts.push('\n');
}
