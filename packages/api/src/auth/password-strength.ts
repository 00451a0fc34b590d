import { commonPasswords } from './common-passwords.ts';

/** Why a password is refused, as a key under `errors.password`. */
export type PasswordProblem = 'tooShort' | 'common' | 'sequence' | 'repeated' | 'personal';

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
];
const TRACKS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
/** A password must leave this much once what anybody could guess is taken out of it. */
const OWN_PART = 6;

/**
 * The first thing wrong with a password, or null. No composition is asked for: only length, and that it is not one
 * that everybody tries first. `about` is what an attacker knows of the person: names, address, party.
 */
export function passwordProblem(
  password: string,
  options: { least: number; about: readonly string[] },
): PasswordProblem | null {
  const typed = password.normalize('NFC');
  if ([...typed].length < options.least) return 'tooShort';
  const folded = fold(typed);
  if (distinct(folded) < 5 || /^(.{1,6})\1+.{0,3}$/u.test(folded)) return 'repeated';
  if (outside(folded, runs(folded)) < OWN_PART) return 'sequence';
  if (outside(folded, personal(options.about)) < OWN_PART) return 'personal';
  const spelt = [...folded].map((letter) => LEET[letter] ?? letter).join('');
  const known = [folded, spelt].some((form) => isCommon(form));
  return known ? 'common' : null;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '');
}

function distinct(text: string): number {
  return new Set(text).size;
}

/** One or two of the common passwords, with a few figures or signs around them. */
function isCommon(text: string): boolean {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (commonPasswords.has(text) || commonPasswords.has(bare)) return true;
  const letters = bare.replace(/^\d+|\d+$/g, '');
  if (bare.length - letters.length <= 8 && commonPasswords.has(letters)) return true;
  for (let at = 3; at <= letters.length - 3; at += 1) {
    if (commonPasswords.has(letters.slice(0, at)) && commonPasswords.has(letters.slice(at))) return true;
  }
  return false;
}

/** Every stretch of four or more keys that lie side by side. */
function runs(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && TRACKS.some((track) => track.includes(text.slice(start, end + 1)))) end += 1;
    if (end - start >= 4) found.push(text.slice(start, end));
    start = end - start >= 4 ? end : start + 1;
  }
  return found;
}

function personal(about: readonly string[]): string[] {
  const words = [...about, 'concord'].flatMap((text) => [
    fold(text),
    ...text.split(/[^\p{L}\p{N}]+/u).map(fold),
  ]);
  return [...new Set(words)].filter((word) => word.length >= 4).sort((a, b) => b.length - a.length);
}

/** How many characters remain when these words are taken out; all of them when none is found. */
function outside(text: string, words: readonly string[]): number {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest === text ? Number.POSITIVE_INFINITY : rest.replace(/[^\p{L}]/gu, '').length;
}
