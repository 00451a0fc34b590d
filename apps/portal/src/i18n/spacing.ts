import type { Locale } from './locales.ts';

const NBSP = '\u00a0';
/** A space that stands before a sign or inside guillemets; `::` is no sign, but a format of a figure. */
const TIED = / (?=[;?!»]|:(?!:))|(?<=«) /g;

/** Words as a language sets them: in French no line begins with a colon. Written or compiled, of any depth. */
export function spaced<Words>(words: Words, locale: Locale): Words {
  return locale === 'fr' ? (tied(words) as Words) : words;
}

function tied(words: unknown): unknown {
  if (typeof words === 'string') return words.replace(TIED, NBSP);
  if (Array.isArray(words)) return words.map(tied);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, tied(value)]));
}
