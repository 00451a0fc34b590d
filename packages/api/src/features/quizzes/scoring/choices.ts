import type { QuestionBody } from '../../bank/body.ts';
import { fromPercent } from './share.ts';

type Body<Kind extends QuestionBody['kind']> = Extract<QuestionBody, { kind: Kind }>;

/** One choice of several: what the one picked is worth; two picked are worth nothing. */
export function scoreSingle(body: Body<'single'>, picked: readonly string[]): number {
  const [only, ...others] = new Set(picked);
  if (only === undefined || others.length > 0) return 0;
  return fromPercent(body.choices.find(({ key }) => key === only)?.share ?? 0);
}

/** Several choices: the sum of their shares, wrong ones taking away; a choice that is not there takes all. */
export function scoreMultiple(body: Body<'multiple'>, picked: readonly string[]): number {
  const shares = new Map(body.choices.map(({ key, share }) => [key, share]));
  return fromPercent(
    [...new Set(picked)].reduce((sum, key) => sum + (shares.get(key) ?? Number.NEGATIVE_INFINITY), 0),
  );
}

/** True or false, answered as the choice `true` or `false`. */
export function scoreTrueFalse(body: Body<'trueFalse'>, picked: readonly string[]): number {
  const [only, ...others] = new Set(picked);
  return others.length === 0 && only === String(body.right) ? 1 : 0;
}
