import type { SummaryEntry } from '#components/error-summary.tsx';
import type { Failure, Params } from './failure.ts';

/** Looks up words of the `errors` namespace. */
export type ErrorWords = {
  (key: string, params?: Params): string;
  has(key: string): boolean;
};

/** A failure in words: one sentence about the whole, and one for each field at fault. */
export type FailureWords = { message: string | null; entries: SummaryEntry[] };

/** Puts a failure into words, and falls back to plainer ones where a key has none. */
export function failureWords(failure: Failure, words: ErrorWords): FailureWords {
  if (failure.kind === 'offline') return { message: words('offline'), entries: [] };
  const entries = failure.fields.map((field) => ({
    path: field.path,
    message: first(words, [field.key, `field.${field.key}`, 'field.invalid'], field.params),
  }));
  const keys = failure.key ? [failure.key, failure.code, 'unknown'] : [failure.code, 'unknown'];
  return { message: entries.length > 0 ? null : first(words, keys, failure.params), entries };
}

function first(words: ErrorWords, keys: readonly string[], params?: Params): string {
  const key = keys.find((candidate) => words.has(candidate)) ?? 'unknown';
  return words(key, params);
}
