import type { SummaryEntry } from '#components/error-summary.tsx';
import type { Failure, Params } from './failure.ts';

/** Looks up words by their whole key: `errors.tooLong`, `quiz.closed`. */
export type ErrorWords = {
  (key: string, params?: Params): string;
  has(key: string): boolean;
};

/** A failure in words: one sentence about the whole, and one for each field at fault. */
export type FailureWords = {
  message: string | null;
  entries: SummaryEntry[];
  /** The key of the failure, for what a form answers with more than words: `stepUp.required`. */
  key: string | null;
};

/** Puts a failure into words, and falls back to plainer ones where a key has none. */
export function failureWords(failure: Failure, words: ErrorWords): FailureWords {
  if (failure.kind === 'offline') return { message: words('errors.offline'), entries: [], key: 'offline' };
  const entries = failure.fields.map((field) => ({
    path: field.path,
    message: first(words, [`errors.${field.key}`, field.key, 'errors.invalid'], field.params),
    plain: isPlain(field.key),
  }));
  const ofCode = `errors.${failure.code}`;
  const keys = failure.key ? [`errors.${failure.key}`, failure.key, ofCode] : [ofCode];
  return {
    message: entries.length > 0 ? null : first(words, keys, failure.params),
    entries,
    key: failure.key ?? null,
  };
}

/** Keys of the schemas that all inputs share: `required`, `tooLong`, `text.bidi`. A feature's own begin with its name. */
const isPlain = (key: string) => /^(?:errors\.)?(?:text\.)?\w+$/.test(key);

function first(words: ErrorWords, keys: readonly string[], params?: Params): string {
  const key = keys.find((candidate) => words.has(candidate)) ?? 'errors.unknown';
  return words(key, params);
}
