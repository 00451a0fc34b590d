import superjson from 'superjson';
import { expect, it } from 'vitest';
import { transformer } from './transformer.ts';

const plain = [null, 1, 'a', true, [], {}, { a: [{ b: null }], json: 1, meta: { values: {} } }];
const others = [
  undefined,
  { a: undefined },
  new Date(0),
  { at: [new Date(0)] },
  Number.NaN,
  -0,
  Number.POSITIVE_INFINITY,
  10n,
  new Map([[1, 2]]),
  new Set([1]),
];

it('sends what superjson sends, and reads it back', () => {
  for (const value of [...plain, ...others]) {
    expect(transformer.serialize(value)).toEqual(superjson.serialize(value));
    expect(transformer.deserialize(transformer.serialize(value))).toEqual(value);
  }
});
