import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionProblem } from './captions.ts';
import { wordChanges } from './diff.ts';
import { findingsOf } from './findings.ts';
import { freeKey, moved, textState } from './rules.ts';

describe('the order of parts', () => {
  it('keeps every item once, and puts the one moved where it was wanted', () => {
    const lists = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(25), (items, which, to) => {
        const item = items[which % items.length] ?? 0;
        const after = moved(items, item, to);
        expect([...after].sort()).toEqual([...items].sort());
        expect(after.indexOf(item)).toBe(Math.min(to, items.length - 1));
        expect(after.filter((one) => one !== item)).toEqual(items.filter((one) => one !== item));
      }),
    );
  });
});

it.each([
  [undefined, 'x', 'missing'],
  [{ sourceHash: 'x', empty: true }, 'x', 'missing'],
  [{ sourceHash: 'x', empty: false }, 'x', 'current'],
  [{ sourceHash: 'y', empty: false }, 'x', 'stale'],
  [{ sourceHash: 'y', empty: false }, undefined, 'current'],
] as const)('a text %o after %s is %s', (text, source, state) => {
  expect(textState(text, source)).toBe(state);
});

it.each([
  ['Été à la mer', [], 'ete-a-la-mer'],
  ['!!!', [], 'page'],
  ['A', ['a', 'a-2'], 'a-3'],
])('the key of “%s” beside %o is %s', (title, taken, key) => {
  expect(freeKey(title, new Set(taken), 'page')).toBe(key);
});

describe('captions', () => {
  const cue = '00:01.000 --> 00:02.500 align:start\nHello\n';
  it.each([
    [`WEBVTT\n\n${cue}`, null],
    [
      `\ufeffWEBVTT - a title\nKind: captions\n\nNOTE hidden\n\none\n${cue}\n01:00:00.000 --> 01:00:01.000\nEnd`,
      null,
    ],
    ['', { code: 'header', line: 1 }],
    [`${cue}`, { code: 'header', line: 1 }],
    ['WEBVTT\n', { code: 'none', line: 2 }],
    ['WEBVTT\n\n00:01,000 --> 00:02,000\nComma', { code: 'timing', line: 3 }],
    ['WEBVTT\n\n00:03.000 --> 00:02.000\nBack', { code: 'backwards', line: 3 }],
    [`WEBVTT\n\n${cue}\n00:00.500 --> 00:00.700\nEarly`, { code: 'order', line: 6 }],
    ['WEBVTT\n\n00:01.000 --> 00:02.000', { code: 'text', line: 3 }],
    [`WEBVTT\n\n${cue}00:03.000 --> 00:04.000\nNo gap`, { code: 'timing', line: 5 }],
  ])('%j gives %o', (captions, problem) => {
    expect(captionProblem(captions)).toEqual(problem);
  });
});

it('word changes put together are the two texts', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (from, to) => {
      const changes = wordChanges(from, to);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(from);
      expect(without('removed')).toBe(to);
    }),
  );
});

it('a draft is found wanting by part and language', () => {
  const page = {
    key: 'p',
    kind: 'page',
    titles: { en: 'P' },
    minutes: 0,
    questionCount: 0,
    quiz: null,
    settings: null,
  } as const;
  const found = findingsOf({
    sourceLanguage: 'en',
    languages: ['en', 'fr'],
    texts: { en: { title: 'T', summary: 'S' } },
    units: [
      { key: 'u', titles: { en: 'U', fr: 'U' }, activities: [{ ...page, written: [], states: {} }] },
      { key: 'v', titles: { en: 'V', fr: 'V' }, activities: [] },
    ],
  });
  expect(
    found.map(({ severity, code, unit, activity, language }) =>
      [severity, code, unit, activity, language].join(' '),
    ),
  ).toEqual([
    'error titleMissing   fr',
    'warning titleMissing u p fr',
    'error textMissing u p en',
    'warning minutesMissing u p ',
    'error unitEmpty v  ',
  ]);
});
