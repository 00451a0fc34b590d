import type { Aside, WordParagraph } from './pieces.ts';
import type { WordFile } from './read.ts';

/** A paragraph of the version a file is compared with, in the words it was exported in. */
export type BaseParagraph = { id: string; words: string };

/** What a capital's file asks for: words for a paragraph, words after one (null: at the beginning), or its deletion. */
export type Proposal = {
  kind: 'replace' | 'insert' | 'delete';
  paragraphId: string | null;
  /** What stands there, for comparison; empty for an insertion. */
  before: string;
  words: string;
  authors: string[];
  dates: string[];
  /** Some of the change was not tracked: it was found by comparing. */
  untracked: boolean;
};

/** What of a file is shown and not proposed. */
export type NotPlaced =
  | { what: Aside['what']; at: number; words: string }
  | { what: 'outside'; at: number; words: string }
  | { what: 'missing'; at: null; words: string };

export type Placed = { proposals: Proposal[]; notPlaced: NotPlaced[] };

/** A bookmark by which an exported paragraph is known again. */
export const bookmarkOf = (paragraphId: string) => `p_${paragraphId.replaceAll('-', '')}`;

type Unit = { first: number; before: Side[]; after: string[]; authors: string[]; dates: string[] };
type Side = { words: string; bookmarks: string[]; at: number };
type Known = Side & { id: string | null };

/** Lays a file's changes beside the paragraphs they are about. Nothing is guessed: what finds no place is told. */
export function place(file: WordFile, base: readonly BaseParagraph[]): Placed {
  const units = unitsOf(file.paragraphs);
  const known = recognise(
    units.flatMap((unit) => unit.before),
    base,
    file.origin !== null,
  );
  const words = new Map(base.map((one) => [one.id, one.words]));
  const notPlaced: NotPlaced[] = [...file.asides];
  const proposals: Proposal[] = [];
  let [next, last]: [number, string | null] = [0, null];
  let begun = false;
  for (const unit of units) {
    const sides = known.slice(next, next + unit.before.length);
    next += unit.before.length;
    begun ||= sides.some(({ id }) => id !== null);
    for (const pair of align(sides, unit.after)) {
      const id = pair.side?.id ?? null;
      if (id !== null) last = id;
      const proposal = proposalOf(pair, { id, last, words, unit });
      if (proposal === null) continue;
      const outside = id === null && (pair.side !== undefined || (file.origin !== null && !begun));
      if (outside)
        notPlaced.push({ what: 'outside', at: unit.first, words: proposal.words || proposal.before });
      else proposals.push(proposal);
    }
  }
  return { proposals, notPlaced: [...notPlaced, ...missing(known, base, file.origin !== null)] };
}

/** Paragraphs joined as deleted ends join them and split as inserted ends split them. */
function unitsOf(paragraphs: readonly WordParagraph[]): Unit[] {
  const units: Unit[] = [];
  let open: Unit | undefined;
  let [before, after, bookmarks]: [string, string, string[]] = ['', '', []];
  for (const [index, paragraph] of paragraphs.entries()) {
    open ??= { first: index + 1, before: [], after: [], authors: [], dates: [] };
    before += sideWords(paragraph, 'deleted');
    after += sideWords(paragraph, 'inserted');
    bookmarks = [...bookmarks, ...paragraph.bookmarks];
    open.authors = [...new Set([...open.authors, ...paragraph.authors])];
    open.dates = [...new Set([...open.dates, ...paragraph.dates])];
    if (paragraph.mark !== 'inserted' && paragraph.mark !== 'gone') {
      open.before.push({ words: before, bookmarks, at: index + 1 });
      [before, bookmarks] = ['', []];
    }
    if (paragraph.mark !== 'deleted' && paragraph.mark !== 'gone') {
      open.after.push(after);
      after = '';
    }
    if (paragraph.mark === 'kept') {
      units.push(open);
      open = undefined;
    }
  }
  if (open)
    units.push({
      ...open,
      before: closed(open.before, { words: before, bookmarks, at: 0 }),
      after: [...open.after, after],
    });
  return units;
}

const closed = (sides: Side[], rest: Side) =>
  rest.words === '' && rest.bookmarks.length === 0 ? sides : [...sides, rest];

const sideWords = (paragraph: WordParagraph, changed: 'inserted' | 'deleted') =>
  paragraph.pieces
    .filter((piece) => piece.standing === 'kept' || piece.standing === changed)
    .map((piece) => piece.text)
    .join('');

/** The same words on the eye: one form of letters, one kind of space. */
export const tidy = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** Which paragraph of the version each of the file's was: by bookmark, else by the same words, else by most of them. */
function recognise(sides: readonly Side[], base: readonly BaseParagraph[], ours: boolean): Known[] {
  const byMark = new Map(base.map((one) => [bookmarkOf(one.id), one.id]));
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
  for (const least of ours ? [1] : [1, 0.6]) {
    for (const one of known) {
      if (one.id !== null || tidy(one.words) === '') continue;
      one.id = take(
        nearest(
          one.words,
          base.filter(({ id }) => !taken.has(id)),
          least,
        ),
      );
    }
  }
  return known;
}

function nearest(words: string, among: readonly BaseParagraph[], least: number): string | undefined {
  const scored = among.map((one) => ({ id: one.id, score: likeness(words, one.words) }));
  const [best] = scored.sort((one, other) => other.score - one.score);
  return best && best.score >= least ? best.id : undefined;
}

/** How much of two texts is the same words, from 0 to 1 (Dice's coefficient over words). */
export function likeness(one: string, other: string): number {
  const [a, b] = [tidy(one), tidy(other)];
  if (a === b) return 1;
  const left = a.toLowerCase().split(' ');
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  const right = b.toLowerCase().split(' ');
  const common = right.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count > 0;
  });
  return Math.min(0.999, (2 * common.length) / (left.length + right.length));
}

type Pair = { side?: Known; after?: string };

/** The paragraphs of a unit beside what became of them, in order, so that the most alike stand together. */
function align(sides: readonly Known[], after: readonly string[]): Pair[] {
  if (sides.length === 1 && after.length === 1) return [{ side: sides[0], after: after[0] }];
  const best = table(sides, after);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < sides.length || j < after.length) {
    const score = best[i]?.[j] ?? 0;
    if (
      i < sides.length &&
      j < after.length &&
      score > Math.max(best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0)
    )
      pairs.push({ side: sides[i++], after: after[j++] });
    else if (i < sides.length && score === (best[i + 1]?.[j] ?? 0)) pairs.push({ side: sides[i++] });
    else pairs.push({ after: after[j++] });
  }
  return pairs;
}

const ALIKE = 0.3;

function table(sides: readonly Known[], after: readonly string[]): number[][] {
  const best = Array.from({ length: sides.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = sides.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const same = likeness(sides[i]?.words ?? '', after[j] ?? '');
      const together = same >= ALIKE ? same + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(together, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return best;
}

type Around = { id: string | null; last: string | null; words: ReadonlyMap<string, string>; unit: Unit };

function proposalOf(pair: Pair, { id, last, words, unit }: Around): Proposal | null {
  const { authors, dates } = unit;
  const before = id === null ? tidy(pair.side?.words ?? '') : tidy(words.get(id) ?? '');
  const after = tidy(pair.after ?? '');
  if (before === after) return null;
  const untracked = id !== null && tidy(pair.side?.words ?? '') !== before;
  const signed = { before, words: after, authors, dates, untracked: untracked || authors.length === 0 };
  if (pair.side === undefined) return { kind: 'insert', paragraphId: last, ...signed, before: '' };
  if (after === '') return { kind: 'delete', paragraphId: id, ...signed };
  return { kind: 'replace', paragraphId: id, ...signed };
}

/** What the version holds and the file does not: never taken for a deletion, since nothing says it was meant. */
function missing(known: readonly Known[], base: readonly BaseParagraph[], ours: boolean): NotPlaced[] {
  if (!ours) return [];
  const there = new Set(known.map(({ id }) => id));
  return base
    .filter(({ id }) => !there.has(id))
    .map(({ words }) => ({ what: 'missing' as const, at: null, words: tidy(words).slice(0, 300) }));
}
