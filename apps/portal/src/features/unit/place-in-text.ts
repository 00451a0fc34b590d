import { blockOf, headingOf } from '#features/course/continue-path.ts';

/** The block of a text that stands at the top of the screen, with the heading it is under: `md-the-first-hour~12`. */
export function placeIn(text: Element, top: number): string {
  const blocks = [...text.children];
  const found = blocks.findIndex((block) => block.getBoundingClientRect().bottom > top);
  const index = found === -1 ? blocks.length - 1 : found;
  const heading = blocks.slice(0, index + 1).findLast((block) => /^H[2-6]$/.test(block.tagName) && block.id);
  return `${heading?.id ?? ''}~${Math.max(0, index)}`;
}

/** Brings the block of a place to the top of the screen; false where the text has no such block. */
export function showPlace(text: Element, anchor: string): boolean {
  const block = text.children[blockOf(anchor)];
  block?.scrollIntoView({ block: 'start', behavior: 'instant' });
  return block !== undefined;
}

/** Whether an address asks to go on at the place remembered, and not at another heading. */
export function asksFor(hash: string, anchor: string): boolean {
  return decoded(hash.slice(1)) === (headingOf(anchor) || 'reading');
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
