const MARKS = 'own-marks';
const HERE = 'own-mark-here';

/** Colours the marked passages without touching the text; a browser that cannot shows them in the list alone. */
export function paint(ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(MARKS);
  else CSS.highlights.set(MARKS, new Highlight(...ranges));
}

/** Brings a passage to the middle of the screen, lets it stand out for a while, and lets reading go on there. */
export function goTo(range: Range): void {
  const block = range.startContainer.parentElement;
  block?.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (block) {
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  }
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(HERE, new Highlight(range));
  setTimeout(() => CSS.highlights.delete(HERE), 2500);
}

/** The passage under a point of the screen, among these. */
export function under(x: number, y: number, ranges: readonly (Range | null)[]): number {
  return ranges.findIndex((range) =>
    [...(range?.getClientRects() ?? [])].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
}
