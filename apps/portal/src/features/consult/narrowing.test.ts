import { expect, it } from 'vitest';
import { narrowedTo } from './narrowing.ts';
import type { Marking } from './types.ts';

const source = (level: number, ids: string[]): Marking => ({
  level,
  levelName: `L${level}`,
  releasableTo: ids,
  allies: false,
  parties: ids.map((id) => ({ id, code: id, name: id })),
  onlyFor: [],
  caveats: [],
});
const own = (level: number, releasableTo: string[]) => ({ level, releasableTo, onlyFor: [], caveats: [] });

it.each([
  ['narrow enough already', own(1, ['a']), source(0, ['a', 'b']), own(1, ['a'])],
  ['narrower parties', own(0, ['a', 'b', 'c']), source(0, ['a', 'b']), own(0, ['a', 'b'])],
  ['a higher level', own(0, ['a', 'b']), source(1, ['a', 'b', 'c']), own(1, ['a', 'b'])],
  ['nobody in common', own(0, ['a']), source(0, ['b']), null],
])('%s', (_, mine, theirs, wanted) => {
  expect(narrowedTo(mine, theirs)).toEqual(wanted);
});
