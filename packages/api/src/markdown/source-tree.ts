import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { type CalloutKind, wordsFor } from './words.ts';

/** What the changes to the Markdown tree need to know. */
export type TreeOptions = {
  token: string;
  language: string;
  allowHtml: boolean;
  mention?: (id: string) => string | null;
};

const CALLOUT = /^\[!(NOTE|TIP|WARNING|CAUTION|IMPORTANT)\][ \t]*(?:\n|$)/i;
const MENTION = /@\[([0-9a-z][0-9a-z-]{0,63})\]/gi;

/** Turns callouts and mentions into marked elements, and raw HTML into text where it is not allowed. */
export function changeSource(tree: Root, options: TreeOptions): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'blockquote') markCallout(node, options);
    if (parent === undefined || index === undefined) return undefined;
    if (node.type === 'html' && !options.allowHtml) {
      const literal = htmlAsText(node.value, parent.type);
      parent.children.splice(index, 1, ...(literal === null ? [] : [literal]));
      return [SKIP, index + (literal === null ? 0 : 1)];
    }
    if (node.type === 'text' && options.mention) {
      const parts = splitMentions(node, options.token, options.mention);
      if (parts === null) return undefined;
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    }
    return undefined;
  });
}

const BLOCK_PARENTS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** Tags somebody typed are shown as typed; comments are left out. */
function htmlAsText(value: string, parentType: string): RootContent | null {
  if (/^\s*<!--/.test(value)) return null;
  const literal: Text = { type: 'text', value };
  return BLOCK_PARENTS.has(parentType) ? { type: 'paragraph', children: [literal] } : literal;
}

function markCallout(node: Blockquote, { token, language }: TreeOptions): void {
  const [first] = node.children;
  if (first?.type !== 'paragraph') return;
  const [opening] = first.children;
  const found = opening?.type === 'text' ? CALLOUT.exec(opening.value) : null;
  if (opening?.type !== 'text' || found === null) return;
  const word = found[1]?.toLowerCase() === 'caution' ? 'warning' : found[1]?.toLowerCase();
  const kind = (word ?? 'note') as CalloutKind;
  opening.value = opening.value.slice(found[0].length);
  if (opening.value === '') first.children.shift();
  if (first.children[0]?.type === 'break') first.children.shift();
  if (first.children.length === 0) node.children.shift();
  node.data = { hName: 'aside', hProperties: { dataMark: `${token}:callout:${kind}` } };
  const title: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: wordsFor(language)[kind] }],
  };
  title.data = { hProperties: { dataMark: `${token}:title` } };
  node.children.unshift(title);
}

function splitMentions(
  node: Text,
  token: string,
  mention: (id: string) => string | null,
): PhrasingContent[] | null {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const found of node.value.matchAll(MENTION)) {
    const id = found[1] ?? '';
    const name = mention(id);
    if (name === null) continue;
    if (found.index > from) parts.push({ type: 'text', value: node.value.slice(from, found.index) });
    parts.push({
      type: 'emphasis',
      children: [{ type: 'text', value: `@${name}` }],
      data: { hName: 'span', hProperties: { dataMark: `${token}:mention:${id}` } },
    });
    from = found.index + found[0].length;
  }
  if (parts.length === 0) return null;
  if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
  return parts;
}
