import { z } from 'zod';

/** C0 controls other than tab and line feed, and DEL. Carriage returns are refused too: browsers send line feeds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;
/** Characters that turn the direction of what follows; in a name they can show one thing and mean another. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\].]{2,}$/u;

export type TextLimits = { min?: number; max: number };

/** The first thing wrong with a text's characters as a message key, or null. */
export function characterProblem(value: string): string | null {
  if (value.includes('\u0000')) return 'errors.text.nul';
  if (LONE_SURROGATE.test(value)) return 'errors.text.surrogate';
  if (CONTROL.test(value)) return 'errors.text.control';
  return null;
}

/** As `characterProblem`, for what stands on one line: names, titles, labels. */
export function lineProblem(value: string): string | null {
  if (LINE_BREAK.test(value)) return 'errors.text.lineBreak';
  if (value.includes('\t')) return 'errors.text.control';
  if (BIDI.test(value)) return 'errors.text.bidi';
  return characterProblem(value);
}

function limited({ min = 0, max }: TextLimits, problem: (value: string) => string | null) {
  return z.string({ error: 'errors.text.required' }).superRefine((value, context) => {
    const report = (message: string, params: Record<string, unknown> = {}) =>
      context.addIssue({ code: 'custom', message, params });
    if (value.length > max) return report('errors.tooLong', { max, length: value.length });
    if (value.length < min || (min > 0 && value.trim() === '')) {
      return report(min > 1 ? 'errors.tooShort' : 'errors.required', { min });
    }
    const key = problem(value);
    if (key !== null) report(key);
  });
}

/** A text kept exactly as typed, over several lines. */
export const text = (limits: TextLimits) => limited(limits, characterProblem);

/** A text on one line, kept as typed: a name, a title. */
export const singleLine = (limits: TextLimits) => limited(limits, lineProblem);

/** Any id of ours. None, from a list in which nothing is chosen yet, is a field to fill in. */
export const uuid = z
  .guid({ error: ({ input }) => (input === '' ? 'errors.required' : 'errors.id') })
  .transform((value) => value.toLowerCase());

/** Names one command of one person: sent twice, it has one effect. */
export const commandId = uuid;

/** An e-mail address, trimmed and in lower case. */
export const email = z
  .string({ error: 'errors.text.required' })
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string().max(254, { error: 'errors.email' }).regex(EMAIL, { error: 'errors.email' }))
  .refine((value) => lineProblem(value) === null, { error: 'errors.email' });

/** Whether a string is a well-formed BCP 47 tag in the runtime's eyes. */
export function isLanguageTag(value: string): boolean {
  try {
    return value.length <= 35 && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A BCP 47 language tag, in its canonical spelling (`fr`, `pt-BR`). */
export const languageTag = z
  .string({ error: 'errors.language' })
  .refine(isLanguageTag, { error: 'errors.language', abort: true })
  .transform((value) => Intl.getCanonicalLocales(value)[0] ?? value);

/** An instant as an ISO 8601 string with its zone: `2026-11-24T09:30:00Z`. */
export const instant = z.iso.datetime({ offset: true, error: 'errors.instant' });
