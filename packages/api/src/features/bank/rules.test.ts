import { describe, expect, it } from 'vitest';
import { part, said } from '../../testing/bank.ts';
import { type QuestionBodyInput, questionBody } from './body.ts';
import { bodyProblems, gapsIn, languagesLacking, nextKey } from './rules.ts';
import { treeOf } from './tree.ts';

const parts = { a: part('A'), b: part('B') };
const en = { en: said('What?', parts) };
const keys = (body: QuestionBodyInput) => bodyProblems(questionBody.parse(body), 'en').map(({ key }) => key);
const words = (text: string, kind: 'folded' | 'pattern' = 'folded', share = 100) => ({ kind, text, share });
const multiple = (...shares: number[]): QuestionBodyInput => ({
  kind: 'multiple',
  texts: en,
  choices: ['a', 'b'].map((key, index) => ({ key, share: shares[index] ?? 0 })),
});
const gap = (prompt: string): QuestionBodyInput => ({
  kind: 'gapText',
  texts: { en: said(prompt) },
  gaps: [{ key: 'one', kind: 'text', accepted: { en: [words('x')] } }],
});

describe('a question cannot be asked', () => {
  it.each<[string, QuestionBodyInput, string[]]>([
    ['is fine', multiple(50, 50), []],
    ['three thirds are fine', multiple(66.66667, 33.33333), []],
    ['when its shares come to too much', multiple(100, 50), ['bank.sharesSum']],
    [
      'when nothing is right',
      { ...multiple(50, 50), kind: 'single' } as QuestionBodyInput,
      ['bank.nothingRight'],
    ],
    [
      'when a choice says nothing',
      { ...multiple(50, 50), texts: { en: said('?', { a: part('A') }) } },
      ['bank.part'],
    ],
    ['when it asks nothing', { kind: 'essay', texts: { en: said('') } }, ['bank.prompt']],
    [
      'when no word is taken',
      { kind: 'shortText', texts: en, accepted: { fr: [words('x')] } },
      ['bank.accepted'],
    ],
    [
      'when a pattern is none',
      { kind: 'shortText', texts: en, accepted: { en: [words('(', 'pattern')] } },
      ['bank.pattern'],
    ],
    ['when a gap is not in the text', gap('No gap'), ['bank.gapLost']],
    ['when a gap is not known', gap('[[one]] and [[two]]'), ['bank.gapUnknown']],
    [
      'when a unit comes twice',
      {
        kind: 'numeric',
        texts: en,
        accepted: [{ value: 1 }],
        units: [
          { name: 'm', factor: 1 },
          { name: 'm', factor: 2 },
        ],
      },
      ['bank.unitTwice'],
    ],
    ['when words go backwards', { kind: 'essay', texts: en, minWords: 9, maxWords: 3 }, ['bank.wordsRange']],
    [
      'when a picture has no words',
      {
        kind: 'hotspot',
        texts: en,
        imageFileId: '00000000-0000-4000-8000-000000000000',
        alternatives: { fr: 'Une image' },
        areas: [{ key: 'a', shape: { is: 'circle', x: 1, y: 1, radius: 1 }, share: 0 }],
      },
      ['bank.alternative', 'bank.nothingRight'],
    ],
  ])('%s', (_, body, expected) => {
    expect(keys(body)).toEqual(expected);
  });

  it('in a second language that has a prompt without its gap', () => {
    const body = {
      ...gap('[[one]]'),
      texts: { en: said('[[one]]'), fr: said('Sans trou') },
    } as QuestionBodyInput;
    expect(bodyProblems(questionBody.parse(body), 'en')).toEqual([
      { path: 'body.texts.fr.prompt.source', key: 'bank.gapLost', params: { gap: 'one', language: 'fr' } },
    ]);
  });
});

it('finds the gaps of a prompt in order', () => {
  expect(gapsIn('a [[b-1]] c [[d]] [[E]] [e]')).toEqual(['b-1', 'd']);
});

it('gives a new part a key of its own', () => {
  expect([nextKey([]), nextKey(['a', 'c']), nextKey(['l-a'], 'l')]).toEqual(['a', 'b', 'l-b']);
  const all = [...'abcdefghijklmnopqrstuvwxyz'];
  expect(nextKey([...all, 'p-1'])).toBe('p-2');
});

it('names languages that lack parts', () => {
  const body = questionBody.parse({
    ...multiple(50, 50),
    texts: { ...en, fr: said('Quoi ?', { a: part('A') }) },
  });
  expect(languagesLacking(body, 'en')).toEqual(['fr']);
});

it('lists a tree with each parent before its children, and counts what is below', () => {
  const row = (id: string, parentId: string | null, questions: number) => ({
    id,
    parentId,
    name: id,
    questions,
  });
  const shelves = treeOf([row('b', 'a', 2), row('a', null, 1), row('c', 'b', 4), row('d', 'gone', 8)]);
  expect(shelves.map(({ path, depth, total }) => [path, depth, total])).toEqual([
    ['a', 0, 7],
    ['a / b', 1, 6],
    ['a / b / c', 2, 4],
    ['d', 0, 8],
  ]);
});
