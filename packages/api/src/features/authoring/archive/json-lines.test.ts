import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOfPath } from './json-lines.ts';

const json = ['{', '  "a": [1, "x,]", {', '    "b\\"c": null', '  }],', '  "d": {}', '}'].join('\n');

it.each([
  [[], 1],
  [['a'], 2],
  [['a', 2], 2],
  [['a', 2, 'b"c'], 3],
  [['d'], 5],
  [['d', 'missing'], 5],
  [['missing'], 1],
] as const)('finds %j on line %i', (path, line) => {
  expect(lineOfPath(json, path)).toBe(line);
});

it('finds every member of any object, however it is written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
      const text = JSON.stringify(value, null, 1);
      const lines = text.split('\n');
      for (const name of Object.keys(value))
        expect(lines[lineOfPath(text, [name]) - 1]?.startsWith(` ${JSON.stringify(name)}: `)).toBe(true);
    }),
  );
});
