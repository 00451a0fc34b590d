import { expect, it } from 'vitest';
import { movedActivity, movedUnit, type Step } from './reorder.ts';

const units = [
  { id: 'one', activities: [{ id: 'a' }, { id: 'b' }] },
  { id: 'two', activities: [] },
  { id: 'three', activities: [{ id: 'c' }] },
];
const shown = (all: typeof units | undefined) =>
  all?.map(({ activities }) => activities.map(({ id }) => id).join('')).join('|');

it.each<[string, Step, string | undefined]>([
  ['a', 'up', undefined],
  ['a', 'down', 'ba||c'],
  ['b', 'down', 'a|b|c'],
  ['c', 'up', 'ab|c|'],
  ['c', 'down', undefined],
  ['c', { unitId: 'one', at: 1 }, 'acb||'],
  ['gone', 'up', undefined],
])('%s moved %o gives %s', (id, step, after) => {
  expect(shown(movedActivity(units, id, step)?.units)).toBe(after);
});

it.each<[string, Step, string | undefined]>([
  ['one', 'up', undefined],
  ['one', 'down', 'two one three'],
  ['three', 'down', undefined],
  ['three', { unitId: 'one', at: 0 }, 'three one two'],
])('unit %s moved %o gives %s', (id, step, after) => {
  expect(
    movedUnit(units, id, step)
      ?.units.map((unit) => unit.id)
      .join(' '),
  ).toBe(after);
});
