import type { QuestionBody } from '../../bank/body.ts';
import { foldAnswer } from '../folding.ts';
import { matchesPattern } from './pattern.ts';
import { fromPercent } from './share.ts';

type ShortText = Extract<QuestionBody, { kind: 'shortText' }>;

/** One answer that is taken, and what it is worth. */
export type AcceptedText = ShortText['accepted'][string][number];

/** Typed words: the best of what any language accepts. */
export function scoreShortText(body: ShortText, typed: string): number {
  return fromPercent(shareOfWords(Object.values(body.accepted).flat(), typed));
}

/** The highest share, in percent, that the accepted answers give to typed words; nothing typed is worth nothing. */
export function shareOfWords(accepted: readonly AcceptedText[], typed: string): number {
  if (typed.trim() === '') return 0;
  const shares = accepted.filter((one) => matches(one, typed)).map(({ share }) => share);
  return shares.length === 0 ? 0 : Math.max(...shares);
}

function matches({ kind, text }: AcceptedText, typed: string): boolean {
  if (kind === 'exact') return plain(text) === plain(typed);
  if (kind === 'pattern') return matchesPattern(text, plain(typed));
  if (kind === 'wildcard') return matchesWildcard(text, typed);
  const folded = foldAnswer(typed);
  return folded !== '' && folded === foldAnswer(text);
}

const plain = (text: string) => text.normalize('NFC').trim();

/** Folded words with `*` for anything (`\*` for an asterisk): each part found in turn, in linear time. */
function matchesWildcard(written: string, typed: string): boolean {
  const parts = written
    .replaceAll('\\*', '\u0000')
    .split('*')
    .map((part, index, all) => foldPart(part, index > 0, index < all.length - 1));
  const [first = '', ...rest] = parts;
  const text = foldAnswer(typed);
  const last = rest.pop();
  if (last === undefined) return text === foldAnswer(written.replaceAll('\\*', '*'));
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Folds a part between asterisks; a space beside an asterisk counts. */
function foldPart(part: string, after: boolean, before: boolean): string {
  const folded = foldAnswer(part).replaceAll('\u0000', '*');
  if (folded === '') return /\s/.test(part) && after && before ? ' ' : '';
  const left = after && /^\s/.test(part) ? ' ' : '';
  const right = before && /\s$/.test(part) ? ' ' : '';
  return `${left}${folded}${right}`;
}
