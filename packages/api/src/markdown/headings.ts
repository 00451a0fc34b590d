import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

export type Heading = { level: number; id: string; text: string };

const HEADING = /^h([1-6])$/;

/** The text inside a node, as a reader would hear it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** A readable id out of a heading's text; empty when it holds no letter or digit. */
export function slugOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
    .slice(0, 120);
}

/**
 * Gives headings their ids and levels: the shallowest becomes `topHeading`, since the page has its own `h1`,
 * and no level is skipped on the way down.
 */
export function finishHeadings(
  tree: Root,
  { idPrefix, topHeading }: { idPrefix: string; topHeading: number },
): Heading[] {
  const found: { node: Element; level: number }[] = [];
  visit(tree, 'element', (node) => {
    const level = Number(HEADING.exec(node.tagName)?.[1] ?? 0);
    if (level > 0 && node.properties.id === undefined) found.push({ node, level });
    else if (level > 0) node.tagName = `h${topHeading}`;
  });
  const shallowest = Math.min(...found.map(({ level }) => level));
  const taken = new Map<string, number>();
  let previous = topHeading - 1;
  return found.map(({ node, level }) => {
    const next = Math.min(previous + 1, level - shallowest + topHeading, 6);
    previous = next;
    const text = textOf(node).trim();
    const id = idPrefix + unique(slugOf(text) || 'section', taken);
    node.tagName = `h${next}`;
    node.properties.id = id;
    return { level: next, id, text };
  });
}

function unique(slug: string, taken: Map<string, number>): string {
  const times = taken.get(slug) ?? 0;
  taken.set(slug, times + 1);
  return times === 0 ? slug : unique(`${slug}-${times}`, taken);
}
