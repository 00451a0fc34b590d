/** A word, or several that stand next to each other; `not` where they must not occur. */
type Term = { words: string[]; not: boolean };

/** A query as the index reads it too: alternatives by "or", each of terms that all have to hold. */
export type Wanted = Term[][];

const TERM = /(-?)(?:"([^"]*)"|(\S+))/g;
/** Letters that are no letter with a mark, as the index writes them (`unaccent`). */
const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŧ: 't' },
};

/** Reads a query (PostgreSQL, websearch_to_tsquery): words, "words together", -without, or. */
export function wantedBy(query: string): Wanted {
  const wanted: Wanted = [[]];
  for (const [, minus, phrase, word] of query.matchAll(TERM)) {
    if (!minus && phrase === undefined && word?.toLowerCase() === 'or') {
      wanted.push([]);
      continue;
    }
    const words = wordsIn(phrase ?? word ?? '');
    if (words.length > 0) wanted.at(-1)?.push({ words, not: minus === '-' });
  }
  return wanted.filter((terms) => terms.some(({ not }) => !not));
}

/** Whether a text holds what is wanted. Accents and case do not count; words count whole. */
export function holds(text: string, wanted: Wanted): boolean {
  const words = wordsIn(text);
  const known = new Set(words);
  return wanted.some((terms) =>
    terms.every((term) => {
      const found = term.words.every((word) => known.has(word)) && standTogether(words, term.words);
      return found !== term.not;
    }),
  );
}

function standTogether(words: readonly string[], together: readonly string[]): boolean {
  if (together.length === 1) return true;
  return words.some((_, at) => together.every((word, index) => words[at + index] === word));
}

/** The words of a text, lower case and without accents. */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
