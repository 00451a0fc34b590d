/** The stretch of the handed-in text that is selected in the browser, or null. */
export function selectedIn(container: HTMLElement | null): { starts: number; ends: number } | null {
  const selection = document.getSelection();
  if (!container || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const starts = placeOf(container, startContainer, startOffset);
  const ends = placeOf(container, endContainer, endOffset);
  return starts !== null && ends !== null && starts < ends ? { starts, ends } : null;
}

/** Segments say where they start; within one, the text node says the rest. */
function placeOf(container: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const segment = element?.closest<HTMLElement>('[data-start]');
  if (!segment || !container.contains(segment)) return null;
  return Number(segment.dataset.start) + (node instanceof Element ? 0 : offset);
}
