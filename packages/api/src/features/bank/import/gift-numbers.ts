import type { QuestionBodyInput } from '../body.ts';
import { listOf, restore } from './gift-signs.ts';
import type { Markup } from './markup.ts';
import type { Reading } from './types.ts';

/** A question while its answer is read. */
export type Asked = { prompt: string; markup: Markup; line: number; reading: Reading };

const NUMBER = String.raw`[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?`;

/** Numbers of a question in GIFT: one with a tolerance, a range, or several with weights. */
export function readNumbers(
  source: string,
  { reading, line }: Asked,
  texts: QuestionBodyInput['texts'],
): QuestionBodyInput | null {
  const listed = source.includes('=')
    ? listOf(source)
    : [{ weight: null, text: source.split('#')[0] ?? '', feedback: source.split('#')[1] ?? '' }];
  if (listed.some(({ feedback }) => feedback.trim() !== '')) reading.problem(line, 'feedbackLeft');
  const accepted = listed.flatMap(({ text, weight }) => {
    const number = readTolerance(restore(text).trim());
    return number ? [{ ...number, share: weight ?? 100 }] : [];
  });
  if (accepted.length === 0) {
    reading.problem(line, 'numberUnreadable', { text: restore(source).slice(0, 60) });
    return null;
  }
  return { kind: 'numeric', texts, accepted };
}

/** `3.14:0.01`, `1..5` or `7` as a number and how far off it may be; null for anything else. */
export function readTolerance(text: string): { value: number; tolerance: number } | null {
  const range = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})$`).exec(text);
  if (range) {
    const [low, high] = [toNumber(range[1]), toNumber(range[2])];
    return { value: tidy((low + high) / 2), tolerance: tidy(Math.abs(high - low) / 2) };
  }
  const single = new RegExp(`^(${NUMBER})(?:\\s*:\\s*(${NUMBER}))?$`).exec(text);
  if (!single) return null;
  return { value: toNumber(single[1]), tolerance: Math.abs(toNumber(single[2] ?? '0')) };
}

const toNumber = (text = '') => Number(text.replace(',', '.'));
const tidy = (value: number) => Number(value.toPrecision(12));
