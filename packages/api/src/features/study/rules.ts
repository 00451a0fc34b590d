/** A passage as it was marked: its words, what stood around them, and where it began in the page's text. */
export type Passage = { start: number; quote: string; before: string; after: string };

/** How many characters around a passage are kept to know it again. */
export const AROUND = 40;
/** The longest passage that can be marked. */
export const LONGEST_QUOTE = 2000;

/** What is kept of a passage of a text, from its offsets. */
export function passageOf(text: string, start: number, end: number): Passage {
  return {
    start,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}

/**
 * Where a passage stands in a text now, which may be a newer version: the place of its words whose surroundings are
 * most like those it was marked in, then the one nearest to where it was; null where its words are gone.
 */
export function findPassage(text: string, passage: Passage): { start: number; end: number } | null {
  const { quote, start } = passage;
  if (quote === '') return null;
  let best: { at: number; likeness: number } | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const likeness = likenessAt(text, at, passage);
    const better =
      best === null ||
      likeness > best.likeness ||
      (likeness === best.likeness && Math.abs(at - start) < Math.abs(best.at - start));
    if (better) best = { at, likeness };
  }
  return best && { start: best.at, end: best.at + quote.length };
}

/** How many characters right before and right after are as they were. */
function likenessAt(text: string, at: number, { quote, before, after }: Passage): number {
  let left = 0;
  while (left < before.length && text[at - 1 - left] === before[before.length - 1 - left]) left += 1;
  let right = 0;
  while (right < after.length && text[at + quote.length + right] === after[right]) right += 1;
  return left + right;
}
