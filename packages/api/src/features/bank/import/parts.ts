import type { QuestionTexts } from '../body.ts';
import { nextKey } from '../rules.ts';

export type Part = { text: string; feedback?: string };

const rich = (source: string) => ({ source, html: '' });

/** What a question of a file says, its parts keyed `a`, `b`, … in their order. */
export function textsOf(
  prompt: string,
  explanation: string,
  parts: Readonly<Record<string, Part>> = {},
): QuestionTexts {
  const said = Object.entries(parts).map(([key, { text, feedback = '' }]) => [
    key,
    { text: rich(text), feedback: rich(feedback) },
  ]);
  return { prompt: rich(prompt), explanation: rich(explanation), parts: Object.fromEntries(said) };
}

/** Keys for so many parts. */
export function keysFor(count: number, prefix = ''): string[] {
  const keys: string[] = [];
  while (keys.length < count) keys.push(nextKey(keys, prefix));
  return keys;
}

/** Parts under keys of their own. */
export function keyed(parts: readonly Part[], prefix = ''): Record<string, Part> {
  const keys = keysFor(parts.length, prefix);
  return Object.fromEntries(parts.map((part, index) => [keys[index] ?? String(index), part]));
}

/** Shares whose right ones come to 100 %: scaled where a file says otherwise, which the second value tells. */
export function wholeShares(shares: readonly number[]): [number[], boolean] {
  const sum = shares.reduce((total, share) => total + Math.max(0, share), 0);
  if (sum === 0 || Math.abs(sum - 100) < 0.1) return [[...shares], false];
  return [
    shares.map((share) => (share > 0 ? Math.round((share * 10_000_000) / sum) / 100_000 : share)),
    true,
  ];
}
