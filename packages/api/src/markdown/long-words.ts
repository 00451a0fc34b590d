import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** How many letters of a word a browser shapes as one. */
const PIECE = 120;
const LONG = new RegExp(`\\S{${PIECE}}(?=\\S)`, 'gu');

/** A text in the pieces between which its longest words may break; joined, they are the text. */
export function inPieces(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: piece } of text.matchAll(LONG)) {
    pieces.push(text.slice(from, index + piece.length));
    from = index + piece.length;
  }
  return [...pieces, text.slice(from)];
}

/**
 * Gives words that no line holds places to break at. Without them a browser shapes what is left of such a word anew for
 * each line, and one of 100,000 letters holds every reader's page for minutes.
 */
export function breakLongWords(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'pre') return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    const pieces = inPieces(node.value);
    if (pieces.length === 1) return undefined;
    const children = pieces.flatMap((value, at): ElementContent[] => [
      ...(at === 0 ? [] : [wbr()]),
      { type: 'text', value },
    ]);
    parent.children.splice(index, 1, ...children);
    return [SKIP, index + children.length];
  });
}

const wbr = (): Element => ({ type: 'element', tagName: 'wbr', properties: {}, children: [] });
