/** The words of a query that a result is marked with; those excluded by a minus are left out. */
export function wordsOf(query: string): string[] {
  const wanted = query.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ');
  const words = wanted.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.toLowerCase() !== 'or'))].slice(0, 20);
}
