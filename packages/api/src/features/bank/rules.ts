import { isPattern } from '../quizzes/scoring/pattern.ts';
import type { QuestionBody, QuestionKind, QuestionTexts } from './body.ts';
import { type BodyProblem, partProblems, sharesProblems } from './part-rules.ts';

export type { BodyProblem } from './part-rules.ts';

/** Every type of question, in the order authors choose from. */
export const questionKinds = [
  'single',
  'multiple',
  'trueFalse',
  'shortText',
  'numeric',
  'matching',
  'ordering',
  'gapText',
  'essay',
  'file',
  'hotspot',
] as const satisfies readonly QuestionKind[];

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

type Of<Kind extends QuestionKind> = Extract<QuestionBody, { kind: Kind }>;

/** What keeps a question from being asked, each with the field that mends it; paths begin with `body`. */
export function bodyProblems(body: QuestionBody, language: string): BodyProblem[] {
  const source = body.texts[language];
  if (!source)
    return [{ path: `body.texts.${language}.prompt.source`, key: 'bank.prompt', params: { language } }];
  const prompts = Object.entries(body.texts).flatMap(([tag, said]) =>
    said.prompt.source.trim() === ''
      ? [{ path: `body.texts.${tag}.prompt.source`, key: 'bank.prompt', params: { language: tag } }]
      : [],
  );
  return [...prompts, ...ofKind(body, language, source)];
}

function ofKind(body: QuestionBody, language: string, said: QuestionTexts): BodyProblem[] {
  const parts = (keys: readonly string[]) => partProblems(keys, said, language);
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return [...parts(body.choices.map(({ key }) => key)), ...sharesProblems(body)];
    case 'shortText':
      return wordsProblems(body.accepted[language] ?? [], `body.accepted.${language}`);
    case 'numeric':
      return numberProblems(body);
    case 'matching':
      return parts([...body.pairs.flatMap(({ left, right }) => [left, right]), ...body.spare]);
    case 'ordering':
      return parts(body.order);
    case 'gapText':
      return gapProblems(body, language);
    case 'essay':
      return (body.minWords ?? 0) > (body.maxWords ?? Number.POSITIVE_INFINITY)
        ? [{ path: 'body.maxWords', key: 'bank.wordsRange' }]
        : [];
    case 'hotspot':
      return hotspotProblems(body, language, said);
    default:
      return [];
  }
}

type Accepted = Of<'shortText'>['accepted'][string];

function wordsProblems(accepted: Accepted, path: string): BodyProblem[] {
  if (accepted.length === 0) return [{ path, key: 'bank.accepted' }];
  const patterns = accepted.flatMap(({ kind, text }, index) =>
    kind === 'pattern' && !isPattern(text)
      ? [{ path: `${path}.${index}.text`, key: 'bank.pattern', params: { number: index + 1 } }]
      : [],
  );
  const whole = accepted.some(({ share }) => share === 100);
  return whole ? patterns : [...patterns, { path: `${path}.0.share`, key: 'bank.nothingRight' }];
}

function numberProblems({ accepted, units }: Of<'numeric'>): BodyProblem[] {
  const names = units.map(({ name }) => name.trim());
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  const right = accepted.some(({ share }) => share === 100);
  return [
    ...(right ? [] : [{ path: 'body.accepted.0.share', key: 'bank.nothingRight' }]),
    ...(twice === -1
      ? []
      : [{ path: `body.units.${twice}.name`, key: 'bank.unitTwice', params: { unit: names[twice] ?? '' } }]),
  ];
}

function gapProblems(body: Of<'gapText'>, language: string): BodyProblem[] {
  const lost = Object.entries(body.texts).flatMap(([tag, { prompt }]) =>
    body.gaps
      .filter(({ key }) => prompt.source.trim() !== '' && !prompt.source.includes(`[[${key}]]`))
      .map(({ key }) => ({
        path: `body.texts.${tag}.prompt.source`,
        key: 'bank.gapLost',
        params: { gap: key, language: tag },
      })),
  );
  const known = new Set(body.gaps.map(({ key }) => key));
  const strays = gapsIn(body.texts[language]?.prompt.source ?? '')
    .filter((key) => !known.has(key))
    .map((key) => ({
      path: `body.texts.${language}.prompt.source`,
      key: 'bank.gapUnknown',
      params: { gap: key },
    }));
  const within = body.gaps.flatMap((gap, index) => {
    const path = `body.gaps.${index}`;
    if (gap.kind === 'text')
      return wordsProblems(gap.accepted[language] ?? [], `${path}.accepted.${language}`);
    const said = body.texts[language];
    const words = said
      ? partProblems(
          gap.choices.map(({ key }) => key),
          said,
          language,
        )
      : [];
    if (gap.choices.length < 2)
      return [{ path: `${path}.choices`, key: 'bank.gapChoices', params: { gap: gap.key } }];
    return gap.choices.some(({ share }) => share === 100)
      ? words
      : [...words, { path: `${path}.choices`, key: 'bank.nothingRight' }];
  });
  return [...lost, ...strays, ...within];
}

/** The keys of the gaps a prompt holds, in their order. */
export function gapsIn(prompt: string): string[] {
  return [...prompt.matchAll(/\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/g)].flatMap(([, key]) => key ?? []);
}

function hotspotProblems(body: Of<'hotspot'>, language: string, said: QuestionTexts): BodyProblem[] {
  const problems = partProblems(
    body.areas.map(({ key }) => key),
    said,
    language,
  );
  if ((body.alternatives[language] ?? '').trim() === '')
    problems.push({ path: `body.alternatives.${language}`, key: 'bank.alternative' });
  if (!body.areas.some(({ share }) => share > 0))
    problems.push({ path: 'body.areas', key: 'bank.nothingRight' });
  return problems;
}

/** A key that is not among these: `a`, `b`, … `z`, then numbered. */
export function nextKey(taken: readonly string[], prefix = ''): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) =>
    prefix === '' ? letter : `${prefix}-${letter}`,
  );
  const free = letters.find((key) => !taken.includes(key));
  if (free !== undefined) return free;
  for (let number = 1; ; number += 1) {
    const key = `${prefix || 'p'}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** Languages a question is written in whose texts lack parts that its source language has. */
export function languagesLacking(body: QuestionBody, source: string): string[] {
  const wanted = Object.entries(body.texts[source]?.parts ?? {}).filter(
    ([, { text }]) => text.source.trim() !== '',
  );
  return Object.entries(body.texts)
    .filter(([tag, { parts }]) => tag !== source && wanted.some(([key]) => !parts[key]?.text.source.trim()))
    .map(([tag]) => tag);
}
