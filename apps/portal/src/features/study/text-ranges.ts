/** A stretch of an element's text, in characters of its `textContent`. */
export type Stretch = { start: number; end: number };

/** The stretch of the element's text that a range covers, or null where it begins or ends outside of it. */
export function stretchOf(root: Element, range: Range): Stretch | null {
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = lengthBefore(root, range.startContainer, range.startOffset);
  const end = lengthBefore(root, range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

function lengthBefore(root: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** The range of a stretch of the element's text; null beyond its end. */
export function rangeOf(root: Element, { start, end }: Stretch): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!begun && start < passed + length) {
      range.setStart(node, start - passed);
      begun = true;
    }
    if (begun && end <= passed + length) {
      range.setEnd(node, end - passed);
      return range;
    }
    passed += length;
  }
  return null;
}

/** Without the white space at its ends, as a double click takes along. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}
