import type { Aside, WordParagraph } from './pieces.ts';
import type { WordFile } from './read.ts';
import {
  type BaseParagraph,
  bagOf,
  common,
  isHead,
  type Known,
  NOTHING,
  recognise,
  type Side,
  tidy,
} from './recognise.ts';

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

type Unit = { first: number; before: Side[]; after: string[]; authors: string[]; dates: string[] };

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
  for (const unit of units) {
    const sides = known.slice(next, next + unit.before.length);
    next += unit.before.length;
    for (const pair of align(sides.filter(saysSomething), unit.after)) {
      last = pair.side?.id ?? last;
      if (isOutside(pair, file.origin !== null)) notPlaced.push(...outside(pair, unit));
      else proposals.push(...proposalsOf(pair, { last, words, unit }));
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
/** Pairs compared in one stretch of joined paragraphs; a longer one is told as taken out and put in. */
const MOST_PAIRS = 40_000;

function table(sides: readonly Known[], after: readonly string[]): number[][] {
  const best = Array.from({ length: sides.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  if (sides.length * after.length > MOST_PAIRS) return best;
  const [left, right] = [sides.map(({ words }) => bagOf(words)), after.map(bagOf)];
  for (let i = sides.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const same = common(left[i] ?? NOTHING, right[j] ?? NOTHING);
      const together = same >= ALIKE ? same + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(together, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return best;
}

const saysSomething = ({ id, words }: Known) => id !== null || tidy(words) !== '';

/**
 * A paragraph that was there before the changes and is none of the text's: the head of our own file, or anything in
 * somebody else's. In our own, one that nobody tracked was added beneath the head.
 */
function isOutside({ side, after }: Pair, ours: boolean): boolean {
  if (!side || side.id !== null) return false;
  return !ours || isHead(side) || tidy(after ?? '') === '';
}

function outside({ side, after = '' }: Pair, { first }: Unit): NotPlaced[] {
  const words = tidy(after) || tidy(side?.words ?? '');
  const untouched = side && isHead(side) && tidy(side.words) === tidy(after);
  return untouched ? [] : [{ what: 'outside', at: first, words: words.slice(0, 300) }];
}

type Around = { last: string | null; words: ReadonlyMap<string, string>; unit: Unit };

function proposalsOf({ side, after = '' }: Pair, { last, words, unit }: Around): Proposal[] {
  const { authors, dates } = unit;
  const id = side?.id ?? null;
  const before = id === null ? '' : tidy(words.get(id) ?? '');
  const now = tidy(after);
  if (before === now) return [];
  const untracked = authors.length === 0 || (side !== undefined && tidy(side.words) !== before);
  const kind = id === null ? 'insert' : now === '' ? 'delete' : 'replace';
  return [{ kind, paragraphId: id ?? last, before, words: now, authors, dates, untracked }];
}

/** What the version holds and the file does not: never taken for a deletion, since nothing says it was meant. */
function missing(known: readonly Known[], base: readonly BaseParagraph[], ours: boolean): NotPlaced[] {
  if (!ours) return [];
  const there = new Set(known.map(({ id }) => id));
  return base
    .filter(({ id }) => !there.has(id))
    .map(({ words }) => ({ what: 'missing' as const, at: null, words: tidy(words).slice(0, 300) }));
}
