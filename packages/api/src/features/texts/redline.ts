import { diffArrays } from 'diff';
import { numbersOf, wordsOf } from './rules.ts';
import type { Paragraph } from './schemas.ts';

/** Words that stayed, came or went. */
export type Run = { op: 'same' | 'added' | 'removed'; text: string };

/** What became of a paragraph from one version to another; `number` is the new one, of a deleted paragraph the old. */
export type ParagraphChange = {
  id: string;
  kind: Paragraph['kind'];
  number: string;
  change: 'same' | 'changed' | 'inserted' | 'deleted';
  /** Where it stood before, where it moved. */
  movedFrom: string | null;
  runs: Run[];
};

/** Whole words (with their apostrophes and hyphens), white space, and every other character by itself. */
const TOKENS = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;
const BRACKETED = /\[[^[\]]*\](?: \[[^[\]]*\])*|[^[]+|\[/gu;
/** Beyond so many changed words, old and new stand one after the other: nobody reads such a patchwork. */
const MOST_EDITS = 400;
const ALIKE = 0.3;

/** A bracket counts as one: it came, went, or stayed as a whole. */
const tokensOf = (words: string) =>
  (words.match(BRACKETED) ?? []).flatMap((piece) =>
    piece.startsWith('[') && piece.endsWith(']') ? [piece] : (piece.match(TOKENS) ?? []),
  );

/** Two wordings compared by whole words, so that a reader follows what was struck and what was written. */
export function compareWords(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const alike = ALIKE * Math.min(before.length, after.length);
  if (sharedIn(old, now) < alike) return apart(before, after);
  const steps = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  if (!steps) return apart(before, after);
  const runs = steps.map((step): Run => {
    const op = step.added ? 'added' : step.removed ? 'removed' : 'same';
    return { op, text: step.value.join('') };
  });
  const read = readable(runs);
  const same = read.reduce((sum, run) => sum + (run.op === 'same' ? run.text.length : 0), 0);
  return same < alike ? apart(before, after) : read;
}

/** How much text two wordings can have in common at most, whatever its order: far quicker to say than what they have. */
function sharedIn(old: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of old) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of now) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared += token.length;
  }
  return shared;
}

function apart(before: string, after: string): Run[] {
  const runs: Run[] = [
    { op: 'removed', text: before },
    { op: 'added', text: after },
  ];
  return runs.filter((run) => run.text !== '');
}

/** Changes with nothing but a space or a sign between them are told as one: struck first, then written. */
function readable(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    out.push(...apart(removed, added));
    [removed, added] = ['', ''];
  };
  for (const [index, run] of runs.entries()) {
    const between = run.op === 'same' && /^[\s\p{P}]{1,2}$/u.test(run.text) && removed !== '' && added !== '';
    const next = runs[index + 1];
    if (run.op === 'removed') removed += run.text;
    else if (run.op === 'added') added += run.text;
    else if (between && next && next.op !== 'same') {
      removed += run.text;
      added += run.text;
    } else {
      flush();
      out.push(run);
    }
  }
  flush();
  return out;
}

/**
 * What changed from one version to another, paragraph by paragraph in the order of the new one; a deleted paragraph
 * stands after the one it followed. A paragraph is followed by its id, so that one that moved is told as moved.
 */
export function compareVersions(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphChange[] {
  const [oldNumbers, newNumbers] = [numbersOf(before), numbersOf(after)];
  const old = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  const now = new Set(after.map((paragraph) => paragraph.id));
  const moved = movedIds(before, after);
  const told = after.map((paragraph): ParagraphChange => {
    const was = old.get(paragraph.id);
    const words = wordsOf(paragraph.parts);
    const runs = was ? compareWords(wordsOf(was.parts), words) : apart('', words);
    const changed = runs.some((run) => run.op !== 'same') || was?.kind !== paragraph.kind;
    return {
      id: paragraph.id,
      kind: paragraph.kind,
      number: newNumbers.get(paragraph.id) ?? '',
      change: was ? (changed ? 'changed' : 'same') : 'inserted',
      movedFrom: moved.has(paragraph.id) ? (oldNumbers.get(paragraph.id) ?? '') : null,
      runs,
    };
  });
  const gone = before
    .filter((paragraph) => !now.has(paragraph.id))
    .map(
      ({ id, kind, parts }): ParagraphChange => ({
        id,
        kind,
        number: oldNumbers.get(id) ?? '',
        change: 'deleted',
        movedFrom: null,
        runs: apart(wordsOf(parts), ''),
      }),
    );
  return withDeleted(before, told, gone);
}

/** Puts each deleted paragraph after the one it followed that is still told, or at the beginning. */
function withDeleted(
  before: readonly Paragraph[],
  told: readonly ParagraphChange[],
  gone: readonly ParagraphChange[],
): ParagraphChange[] {
  const removed = new Map(gone.map((change) => [change.id, change]));
  const following = new Map<string | null, ParagraphChange[]>();
  let anchor: string | null = null;
  for (const { id } of before) {
    const change = removed.get(id);
    if (change) following.set(anchor, [...(following.get(anchor) ?? []), change]);
    else anchor = id;
  }
  return [
    ...(following.get(null) ?? []),
    ...told.flatMap((change) => [change, ...(following.get(change.id) ?? [])]),
  ];
}

/** The fewest paragraphs whose moving explains the new order: those outside a longest run that kept its order. */
function movedIds(before: readonly Paragraph[], after: readonly Paragraph[]): Set<string> {
  const place = new Map(before.map((paragraph, index) => [paragraph.id, index]));
  const common = after.flatMap(({ id }) => {
    const at = place.get(id);
    return at === undefined ? [] : [{ id, at }];
  });
  const kept = new Set(longestRising(common.map((one) => one.at)));
  return new Set(common.filter((one) => !kept.has(one.at)).map((one) => one.id));
}

/** A longest rising subsequence of distinct numbers (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.set(number, low > 0 ? tails[low - 1] : undefined);
    tails[low] = number;
  }
  const run: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) run.push(at);
  return run.reverse();
}
