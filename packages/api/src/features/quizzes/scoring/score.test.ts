import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuestionAnswer, type QuestionBodyInput, questionBody } from '../../bank/body.ts';
import { scoreAnswer } from './score.ts';

const rich = (source = '') => ({ source, html: '' });
const part = (source: string) => ({ text: rich(source), feedback: rich() });
const texts = { en: { prompt: rich('?'), explanation: rich() } };
const choices = (...shares: number[]) => shares.map((share, index) => ({ key: `c${index}`, share }));
const picked = (...numbers: number[]): QuestionAnswer => ({ choices: numbers.map((one) => `c${one}`) });
const score = (body: QuestionBodyInput, answer: QuestionAnswer | null) =>
  scoreAnswer(questionBody.parse(body), answer);

const single: QuestionBodyInput = { kind: 'single', texts, choices: choices(0, 100, 50, -25) };
const multiple: QuestionBodyInput = { kind: 'multiple', texts, choices: choices(50, 50, -50, -50) };
const thirds: QuestionBodyInput = { kind: 'multiple', texts, choices: choices(33.33333, 33.33333, 33.33333) };
const trueFalse: QuestionBodyInput = { kind: 'trueFalse', texts, right: false };
const matching: QuestionBodyInput = {
  kind: 'matching',
  texts: {
    en: {
      ...texts.en,
      parts: { r1: part('Police'), r2: part('CERT'), r3: part('CERT'), s: part('Press') },
    },
  },
  pairs: [
    { left: 'l1', right: 'r1' },
    { left: 'l2', right: 'r2' },
    { left: 'l3', right: 'r3' },
  ],
  spare: ['s'],
};
const ordering = (credit: 'whole' | 'place' | 'pairs'): QuestionBodyInput => ({
  kind: 'ordering',
  texts,
  order: ['a', 'b', 'c', 'd'],
  credit,
});
const gaps: QuestionBodyInput = {
  kind: 'gapText',
  texts,
  gaps: [
    { key: 'g1', kind: 'text', accepted: { en: [{ kind: 'folded', text: 'Évidence' }] } },
    { key: 'g2', kind: 'choice', choices: choices(100, 0, 50) },
  ],
};
const essay: QuestionBodyInput = { kind: 'essay', texts };
const file: QuestionBodyInput = { kind: 'file', texts };
const hotspot: QuestionBodyInput = {
  kind: 'hotspot',
  texts,
  imageFileId: '00000000-0000-4000-8000-000000000000',
  alternatives: { en: 'A rack' },
  areas: [
    { key: 'box', shape: { is: 'box', x: 10, y: 10, width: 20, height: 10 }, share: 50 },
    { key: 'round', shape: { is: 'circle', x: 70, y: 70, radius: 10 }, share: 50 },
    {
      key: 'corner',
      shape: {
        is: 'polygon',
        points: [
          [0, 60],
          [30, 100],
          [0, 100],
        ],
      },
      share: -50,
    },
  ],
};
const at = (...points: [number, number][]): QuestionAnswer => ({
  points: points.map(([x, y]) => ({ x, y })),
});

describe('an answer earns', () => {
  it.each<[string, QuestionBodyInput, QuestionAnswer | null, number | null]>([
    ['the whole of the right choice', single, picked(1), 1],
    ['part of a nearly right one', single, picked(2), 0.5],
    ['nothing of a wrong one', single, picked(0), 0],
    ['never less than nothing', single, picked(3), 0],
    ['nothing for two of one', single, picked(1, 2), 0],
    ['nothing for a choice that is not there', single, picked(9), 0],
    ['nothing for none', single, null, 0],
    ['nothing for one taken back', single, { choices: [] }, 0],
    ['nothing for another shape', single, { text: 'c1' }, 0],
    ['all of several', multiple, picked(1, 0), 1],
    ['half of several', multiple, picked(0), 0.5],
    ['less one wrong', multiple, picked(0, 1, 2), 0.5],
    ['nothing for everything', multiple, picked(0, 1, 2, 3), 0],
    ['nothing for more than there is', multiple, picked(0, 1, 9), 0],
    ['a choice once', multiple, picked(0, 0), 0.5],
    ['the whole of three thirds', thirds, picked(0, 1, 2), 1],
    ['a third', thirds, picked(2), 0.3333],
    ['true or false', trueFalse, { choices: ['false'] }, 1],
    ['false or true', trueFalse, { choices: ['true'] }, 0],
    ['not both', trueFalse, { choices: ['true', 'false'] }, 0],
    ['all pairs', matching, { pairs: { l1: 'r1', l2: 'r2', l3: 'r3' } }, 1],
    ['pairs that read the same', matching, { pairs: { l1: 'r1', l2: 'r3', l3: 'r2' } }, 1],
    ['a third of the pairs', matching, { pairs: { l1: 'r1', l2: 's', l3: 'r1' } }, 0.3333],
    ['no pairs', matching, { pairs: { l1: 's', nowhere: 'r1' } }, 0],
    ['the whole order', ordering('whole'), { order: ['a', 'b', 'c', 'd'] }, 1],
    ['nothing for nearly the order', ordering('whole'), { order: ['a', 'b', 'd', 'c'] }, 0],
    ['nothing for less than the order', ordering('whole'), { order: ['a', 'b', 'c'] }, 0],
    ['right places', ordering('place'), { order: ['a', 'b', 'd', 'c'] }, 0.5],
    ['no places shifted by one', ordering('place'), { order: ['d', 'a', 'b', 'c'] }, 0],
    ['neighbours shifted by one', ordering('pairs'), { order: ['d', 'a', 'b', 'c'] }, 0.6667],
    ['no neighbours the other way', ordering('pairs'), { order: ['d', 'c', 'b', 'a'] }, 0],
    ['nothing for one twice', ordering('place'), { order: ['a', 'a', 'c', 'd'] }, 0],
    ['all gaps', gaps, { gaps: { g1: ' EVIDENCE ', g2: 'c0' } }, 1],
    ['half the gaps', gaps, { gaps: { g1: 'proof', g2: 'c0' } }, 0.5],
    ['part of a gap', gaps, { gaps: { g1: 'évidence', g2: 'c2' } }, 0.75],
    ['no gap named like a property', gaps, { gaps: { toString: 'x' } }, 0],
    ['both areas', hotspot, at([20, 15], [70, 79]), 1],
    ['one area', hotspot, at([10, 20]), 0.5],
    ['one area twice', hotspot, at([20, 15], [21, 15]), 0.5],
    ['nothing beside', hotspot, at([50, 50]), 0],
    ['less a wrong area', hotspot, at([20, 15], [5, 95]), 0],
    ['nothing in the other half of the corner', hotspot, at([20, 15], [29, 61]), 0.5],
    ['nothing for marking everywhere', hotspot, at([20, 15], [70, 70], [50, 50]), 0],
    ['both areas from the list', hotspot, { choices: ['round', 'box'] }, 1],
    ['nothing for the whole list', hotspot, { choices: ['round', 'box', 'corner'] }, 0],
    ['what a person decides', essay, { text: 'Because.' }, null],
    ['nothing for an empty essay', essay, { text: ' \n' }, 0],
    ['what a person decides of files', file, { files: ['00000000-0000-4000-8000-000000000000'] }, null],
    ['nothing for no file', file, { files: [] }, 0],
  ])('%s', (_, body, answer, expected) => expect(score(body, answer)).toBe(expected));
});

const key = fc.constantFrom('c0', 'c1', 'c2', 'c9', 'a', 'b', 'c', 'd', 'l1', 'r1', 'g1', 'box', 'true');
const anyAnswer: fc.Arbitrary<QuestionAnswer> = fc.oneof(
  fc.record({ choices: fc.array(key) }),
  fc.record({ text: fc.string({ unit: 'grapheme' }) }),
  fc.record({ number: fc.string({ unit: 'binary' }), unit: fc.option(fc.string()) }),
  fc.record({ pairs: fc.dictionary(key, key) }),
  fc.record({ order: fc.array(key) }),
  fc.record({ gaps: fc.dictionary(key, fc.string({ unit: 'grapheme' })) }),
  fc.record({ points: fc.array(fc.record({ x: fc.double(), y: fc.double() })) }),
);
const bodies = [single, multiple, thirds, trueFalse, matching, ordering('whole'), ordering('place')]
  .concat([ordering('pairs'), gaps, hotspot, essay])
  .map((body) => questionBody.parse(body));

describe('any answer at all', () => {
  it('earns from nothing to the whole', () =>
    fc.assert(
      fc.property(fc.constantFrom(...bodies), anyAnswer, (body, answer) => {
        const earned = scoreAnswer(body, answer);
        expect(earned === null || (earned >= 0 && earned <= 1)).toBe(true);
      }),
      { numRuns: 500 },
    ));

  it('earns the same in whatever order its parts are given', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('c0', 'c1', 'c2', 'c3')),
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) })),
        (choices, points) => {
          for (const body of bodies) {
            expect(scoreAnswer(body, { choices })).toBe(scoreAnswer(body, { choices: choices.toReversed() }));
            expect(scoreAnswer(body, { points })).toBe(scoreAnswer(body, { points: points.toReversed() }));
          }
        },
      ),
    ));
});
