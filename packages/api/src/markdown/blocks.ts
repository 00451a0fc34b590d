import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { calm, isHostile } from './guard.ts';

/** Words of a block, as they are set. */
export type BlockRun = { text: string; bold?: boolean; italics?: boolean; code?: boolean };

/** One block of a text on paper. `depth` is how far it is set in: within quotations and lists. */
export type Block = {
  kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'code';
  depth: number;
  /** What stands before an item: a number or a dot. */
  sign: string;
  runs: BlockRun[];
};

type Node = RootContent | BlockContent | DefinitionContent | ListItem | PhrasingContent;
type Within = { kind: Block['kind']; depth: number; sign: string };
const PLAIN: Within = { kind: 'paragraph', depth: 0, sign: '' };

/** A Markdown text as blocks of words, for a format that is not HTML. Addresses of links and pictures are left out. */
export function blocksOf(source: string): Block[] {
  const calmed = calm(source);
  const asTyped = [{ ...PLAIN, runs: [{ text: calmed }] }];
  if (isHostile(calmed, true)) return asTyped;
  try {
    const blocks: Block[] = [];
    for (const node of unified().use(remarkParse).use(remarkGfm).parse(calmed).children)
      addBlocks(node, PLAIN, blocks);
    return blocks;
  } catch (error) {
    if (error instanceof RangeError) return asTyped;
    throw error;
  }
}

function addBlocks(node: Node, within: Within, blocks: Block[]): void {
  const add = (more: Partial<Within>, runs: BlockRun[]) => blocks.push({ ...within, ...more, runs });
  if (node.type === 'paragraph') add({}, runsOf(node.children));
  else if (node.type === 'heading') add({ kind: 'heading' }, runsOf(node.children));
  else if (node.type === 'code') add({ kind: 'code' }, [{ text: node.value, code: true }]);
  else if (node.type === 'html') add({}, [{ text: node.value }]);
  else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') {
    for (const child of node.children)
      addBlocks(child, { kind: 'quote', depth: within.depth + 1, sign: '' }, blocks);
  } else if (node.type === 'list') {
    for (const [index, item] of node.children.entries())
      addItem(item, node.ordered ? `${(node.start ?? 1) + index}.` : '•', within, blocks);
  } else if (node.type === 'table') {
    for (const row of node.children) add({}, cellsOf(row.children.map((cell) => runsOf(cell.children))));
  }
}

function addItem(item: ListItem, sign: string, { depth }: Within, blocks: Block[]): void {
  for (const [index, child] of item.children.entries())
    addBlocks(child, { kind: 'item', depth: depth + 1, sign: index === 0 ? sign : '' }, blocks);
}

const cellsOf = (cells: BlockRun[][]): BlockRun[] =>
  cells.flatMap((runs, index) => (index === 0 ? runs : [{ text: ' | ' }, ...runs]));

function runsOf(nodes: readonly PhrasingContent[], look: Omit<BlockRun, 'text'> = {}): BlockRun[] {
  return nodes.flatMap((node): BlockRun[] => {
    if (node.type === 'text' || node.type === 'html') return [{ ...look, text: node.value }];
    if (node.type === 'inlineCode') return [{ ...look, text: node.value, code: true }];
    if (node.type === 'break') return [{ ...look, text: '\n' }];
    if (node.type === 'image') return [{ ...look, text: node.alt ?? '' }];
    if (node.type === 'strong') return runsOf(node.children, { ...look, bold: true });
    if (node.type === 'emphasis') return runsOf(node.children, { ...look, italics: true });
    return 'children' in node ? runsOf(node.children, look) : [];
  });
}
