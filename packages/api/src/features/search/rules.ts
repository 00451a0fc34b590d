/** The words of a query that a result is marked with; those excluded by a minus are left out. */
export function wordsOf(query: string): string[] {
  const wanted = query.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ');
  const words = wanted.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.toLowerCase() !== 'or'))].slice(0, 20);
}

/** An entry that holds the words, and whether the other conditions let it through. */
export type Candidate = { id: string; kept: boolean };

/**
 * Which candidates make up a page, and from which one to go on: the last one shown, or the last one looked at where
 * there may be more behind it.
 */
export function pageOf(candidates: readonly Candidate[], looked: number, shown: number) {
  const kept = candidates.filter((one) => one.kept).map((one) => one.id);
  const ids = kept.slice(0, shown);
  const more = candidates.length >= looked ? (candidates.at(-1)?.id ?? null) : null;
  return { ids, older: kept.length > shown ? (ids.at(-1) ?? null) : more };
}
