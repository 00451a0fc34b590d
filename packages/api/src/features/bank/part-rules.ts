import type { QuestionBody, QuestionTexts } from './body.ts';

/** Something that keeps a question from being asked; `key` is a message of the portal's `errors` namespace. */
export type BodyProblem = { path: string; key: string; params?: Record<string, string | number> };

/** Parts without words in the source language, and keys used twice. */
export function partProblems(keys: readonly string[], said: QuestionTexts, language: string): BodyProblem[] {
  return [...new Set(keys)].flatMap((key, index) =>
    said.parts[key]?.text.source.trim()
      ? []
      : [
          {
            path: `body.texts.${language}.parts.${key}.text.source`,
            key: 'bank.part',
            params: { number: index + 1 },
          },
        ],
  );
}

type Choosing = Extract<QuestionBody, { kind: 'single' | 'multiple' }>;

/** Shares that no answer could earn all points by. */
export function sharesProblems({ kind, choices }: Choosing): BodyProblem[] {
  const keys = choices.map(({ key }) => key);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice !== -1) return [{ path: `body.choices.${twice}.key`, key: 'bank.keyTwice' }];
  if (kind === 'single')
    return choices.some(({ share }) => share === 100)
      ? []
      : [{ path: 'body.choices.0.share', key: 'bank.nothingRight' }];
  const sum = choices.reduce((total, { share }) => total + Math.max(0, share), 0);
  if (Math.abs(sum - 100) < 0.1) return [];
  return [
    { path: 'body.choices.0.share', key: 'bank.sharesSum', params: { sum: Math.round(sum * 100) / 100 } },
  ];
}
