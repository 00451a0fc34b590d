/** A paragraph of the version a file is compared with, in the words it was exported in. */
export type BaseParagraph = { id: string; words: string };

/** A bookmark by which an exported paragraph is known again. */
export const bookmarkOf = (paragraphId: string) => `p_${paragraphId.replaceAll('-', '')}`;

/** The bookmarks of what stands above an exported text: its title, and the lines that say which version it is. */
export const headBookmark = (line: number) => `head_${line}`;
export const isHead = ({ bookmarks }: Side): boolean => bookmarks.some((mark) => /^head_\d+$/.test(mark));

/** A paragraph of a file as it was before its tracked changes; `at` counts from 1. */
export type Side = { words: string; bookmarks: string[]; at: number };
/** The same with the text's paragraph it was, if one is known. */
export type Known = Side & { id: string | null };

/** The same words on the eye: one form of letters, one kind of space. */
export const tidy = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** Which paragraph of the version each of the file's was: by bookmark, else by the same words, else by most of them. */
export function recognise(sides: readonly Side[], base: readonly BaseParagraph[], ours: boolean): Known[] {
  const byMark = new Map(base.map((one) => [bookmarkOf(one.id), one.id]));
  const byWords = new Map(base.map((one) => [tidy(one.words), one.id]));
  const taken = new Set<string>();
  const take = (id: string | undefined) => {
    if (id === undefined || taken.has(id)) return null;
    taken.add(id);
    return id;
  };
  const known: Known[] = sides.map((side) => ({
    ...side,
    id: take(side.bookmarks.map((mark) => byMark.get(mark)).find((id) => id !== undefined && !taken.has(id))),
  }));
  const unknown = () => known.filter(({ id, words }) => id === null && tidy(words) !== '');
  for (const one of unknown()) one.id = take(byWords.get(tidy(one.words)));
  if (ours) return known;
  let left = MOST_COMPARED;
  const free = base.map((one) => ({ ...one, bag: bagOf(one.words) }));
  for (const one of unknown()) {
    const among = free.filter(({ id }) => !taken.has(id));
    left -= among.length;
    if (left >= 0) one.id = take(nearest(one.words, among));
  }
  return known;
}

/** Paragraphs compared word by word in one file: what comes after counts as unlike, so that no file keeps a process busy. */
const MOST_COMPARED = 400_000;
/** How much alike a paragraph must be to be taken for one of the text's. */
const SURELY = 0.6;

/** A text's words, each with how often it stands there. */
export type Bag = { counts: Map<string, number>; size: number };

/** Nothing at all, which is like nothing. */
export const NOTHING: Bag = { counts: new Map(), size: 1 };

/** The words of a text, counted. */
export function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  const all = tidy(text).toLowerCase().split(' ');
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: all.length };
}

function nearest(text: string, among: readonly { id: string; bag: Bag }[]): string | undefined {
  const bag = bagOf(text);
  let best: { id: string; score: number } | undefined;
  for (const one of among) {
    // Two texts whose lengths are so far apart cannot be alike enough, whatever their words.
    if ((2 * Math.min(bag.size, one.bag.size)) / (bag.size + one.bag.size) < SURELY) continue;
    const score = common(bag, one.bag);
    if (score >= SURELY && score > (best?.score ?? 0)) best = { id: one.id, score };
  }
  return best?.id;
}

/** How much of two texts is the same words, from 0 to 1 (Dice's coefficient over words). */
export function common(one: Bag, other: Bag): number {
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  return (2 * shared) / (one.size + other.size);
}
