import type { QuestionBody } from '../../bank/body.ts';
import { fromPercent, tidy } from './share.ts';
import { shareOfWords } from './words.ts';

type Body<Kind extends QuestionBody['kind']> = Extract<QuestionBody, { kind: Kind }>;

/** Pairs: the part of the left sides that have their right one. Sides that read the same are the same. */
export function scoreMatching(body: Body<'matching'>, given: Readonly<Record<string, string>>): number {
  const right = body.pairs.filter(({ left, right }) => {
    const picked = Object.hasOwn(given, left) ? given[left] : undefined;
    return picked !== undefined && (picked === right || readTheSame(body, picked, right));
  });
  return tidy(right.length / body.pairs.length);
}

function readTheSame({ texts }: Body<'matching'>, one: string, other: string): boolean {
  const all = Object.values(texts).map(({ parts }) => [parts[one]?.text.source, parts[other]?.text.source]);
  return all.length > 0 && all.every(([left, right]) => !!left && left.trim() === right?.trim());
}

/** Things in order: all or nothing, by right places, or by neighbours that follow one another as they should. */
export function scoreOrdering(body: Body<'ordering'>, given: readonly string[]): number {
  const { order, credit } = body;
  if (new Set(given).size !== given.length) return 0;
  const places = order.filter((key, index) => given[index] === key).length;
  if (credit === 'whole') return places === order.length && given.length === order.length ? 1 : 0;
  if (credit === 'place') return tidy(places / order.length);
  const after = new Map(given.map((key, index) => [key, given[index + 1]]));
  const neighbours = order.slice(0, -1).filter((key, index) => after.get(key) === order[index + 1]).length;
  return tidy(neighbours / (order.length - 1));
}

/** Gaps: each is worth the same. */
export function scoreGaps(body: Body<'gapText'>, given: Readonly<Record<string, string>>): number {
  const shares = body.gaps.map((gap) => shareOfGap(gap, Object.hasOwn(given, gap.key) ? given[gap.key] : ''));
  return fromPercent(shares.reduce((sum, share) => sum + share, 0) / body.gaps.length);
}

/** What one gap earned, in percent of its own worth. */
export function shareOfGap(gap: Body<'gapText'>['gaps'][number], given = ''): number {
  if (gap.kind === 'choice') return gap.choices.find(({ key }) => key === given)?.share ?? 0;
  return shareOfWords(Object.values(gap.accepted).flat(), given);
}
