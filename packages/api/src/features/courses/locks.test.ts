import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missing, waitsFor } from './locks.ts';

const step = (key: string, required: boolean, completed: boolean) => ({ key, required, completed });

describe('in a course that goes in order, an activity waits for', () => {
  it.each([
    ['nothing, being the first', [step('a', true, false), step('b', true, false)], 'a', null],
    [
      'the first required before it',
      [step('a', true, false), step('b', true, false), step('c', true, false)],
      'c',
      'a',
    ],
    ['nothing that may be left out', [step('a', false, false), step('b', true, false)], 'b', null],
    ['nothing that is done', [step('a', true, true), step('b', true, false)], 'b', null],
    ['nothing, once it is done itself', [step('a', true, false), step('b', true, true)], 'b', null],
    ['nothing, where it is not', [step('a', true, false)], 'x', null],
  ])('%s', (_, steps, key, before) => {
    expect(waitsFor(steps, key, 'inOrder')?.key ?? null).toBe(before);
    expect(waitsFor(steps, key, 'free')).toBeNull();
  });

  it('never itself or what comes after, and something is always open', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1 });
    fc.assert(
      fc.property(steps, (drawn) => {
        const all = drawn.map(([required, done], index) => step(String(index), required, done));
        for (const [index, { key }] of all.entries()) {
          const before = waitsFor(all, key, 'inOrder');
          if (before) expect(Number(before.key)).toBeLessThan(index);
        }
        const open = all.filter(({ key, completed }) => !completed && waitsFor(all, key, 'inOrder') === null);
        expect(open.length > 0 || all.every(({ completed }) => completed)).toBe(true);
      }),
    );
  });
});

it('names the first thing that is not held', () => {
  expect(
    missing([
      { met: true, id: 1 },
      { met: false, id: 2 },
    ]),
  ).toMatchObject({ id: 2 });
  expect(missing([])).toBeNull();
});
