import { describe, expect, it } from 'vitest';
import { look, SAME_MS, type Seen } from './camera-rules.ts';

/** What is shown of a row of looks, each so many milliseconds after the one before. */
function shown(looks: readonly (readonly [after: number, value: string | null])[]): string[] {
  let last: Seen = null;
  let now = 0;
  return looks.flatMap(([after, value]) => {
    now += after;
    const seen = look(last, value, now);
    last = seen.last;
    return seen.shown ?? [];
  });
}

describe('a camera at the door', () => {
  it.each([
    ['sees nothing', [[200, null]], []],
    ['notes a badge once however long it is held', Array.from({ length: 40 }, () => [200, 'A']), ['A']],
    [
      'does not mind a look that missed it',
      [
        [0, 'A'],
        [200, null],
        [200, 'A'],
      ],
      ['A'],
    ],
    [
      'notes who comes next at once',
      [
        [0, 'A'],
        [200, 'B'],
        [200, 'B'],
      ],
      ['A', 'B'],
    ],
    [
      'notes the same badge again once it was away',
      [
        [0, 'A'],
        [SAME_MS, 'A'],
      ],
      ['A', 'A'],
    ],
  ] as const)('%s', (_, looks, expected) => {
    expect(shown(looks as Parameters<typeof shown>[0])).toEqual(expected);
  });
});
