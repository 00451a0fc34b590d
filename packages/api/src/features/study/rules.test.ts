import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassage, passageOf } from './rules.ts';

const text = 'Call the duty officer. Do not switch it off. Then call the duty officer again.';
const marked = (words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let n = 0; n < nth; n += 1) start = text.indexOf(words, start + 1);
  return passageOf(text, start, start + words.length);
};

describe('a passage in a newer version of its text', () => {
  it.each([
    ['is where it was', text, marked('switch it off'), 'switch it off'],
    ['moves with what stands before it', `At once: ${text}`, marked('switch it off'), 'switch it off'],
    ['is gone with its words', text.replace('switch it off', 'turn it off'), marked('switch it off'), null],
    ['is none without words', text, { ...marked('switch'), quote: '' }, null],
  ])('%s', (_what, now, passage, words) => {
    const place = findPassage(now, passage);
    expect(place && now.slice(place.start, place.end)).toBe(words);
  });

  it('is the one of several that stands in the same surroundings', () => {
    const second = marked('the duty officer', 1);
    const longer = `Stay calm. ${text}`;
    expect(findPassage(longer, second)?.start).toBe(longer.lastIndexOf('the duty officer'));
    const turned = 'Then call the duty officer again. Call the duty officer.';
    expect(findPassage(turned, second)?.start).toBe(turned.indexOf('the duty officer'));
  });

  it('is found again wherever it is, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (whole, a, b) => {
        const [start, end] = [a % whole.length, b % whole.length].sort((x, y) => x - y) as [number, number];
        fc.pre(start < end);
        expect(findPassage(whole, passageOf(whole, start, end))).toEqual({ start, end });
      }),
    );
  });
});
