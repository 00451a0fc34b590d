import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultIn } from './import/fault.ts';
import { lineOf } from './import/lines.ts';
import { comparedWith, compareVersions, currentOf, differenceOf, saysTheSame } from './rules.ts';

const item = fc.record({
  kind: fc.constantFrom('role', 'task'),
  code: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: fc.constantFrom('one', 'two'),
  description: fc.constant(''),
});
const items = fc.uniqueArray(item, { selector: ({ code }) => code });

describe('what a new version makes of what is held', () => {
  it('parts all there is into new, changed, gone and the same', () =>
    fc.assert(
      fc.property(items, items, (held, read) => {
        const { added, changed, gone } = differenceOf(held, read);
        const same = read.filter((one) =>
          held.some((other) => other.code === one.code && saysTheSame(one, other)),
        );
        expect(added.length + changed.length + same.length).toBe(read.length);
        expect(held.length - gone.length + added.length).toBe(read.length);
        expect(differenceOf(read, read)).toEqual({ added: [], changed: [], gone: [] });
        expect(differenceOf(read, held).added.map(({ code }) => code)).toEqual(gone.map(({ code }) => code));
      }),
    ));

  it.each([
    ['v2', 'v10', -1],
    ['2.1.0', '2.1.1', -1],
    ['2.10', '2.9', 1],
    ['v1', 'v1', 0],
  ])('counts versions as people do: %s and %s', (one, other, order) =>
    expect(Math.sign(compareVersions(one, other))).toBe(order),
  );

  it('counts the highest version of each, and compares with the nearest below', () => {
    const held = [
      { code: 'N', version: '2.0' },
      { code: 'N', version: '10.0' },
      { code: 'E', version: 'v1' },
    ];
    expect(currentOf(held).map(({ version }) => version)).toEqual(['10.0', 'v1']);
    const ofN = held.slice(0, 2);
    expect(comparedWith(ofN, '10.0')?.version).toBe('10.0');
    expect(comparedWith(ofN, '9.0')?.version).toBe('2.0');
    expect(comparedWith(ofN, '1.0')?.version).toBe('10.0');
    expect(comparedWith([], '1.0')).toBeNull();
  });
});

describe('finding the place of a problem', () => {
  it('names the line of any value of any JSON', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(fc.stringMatching(/^[a-z-]{1,6}$/), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
          {
            minLength: 1,
          },
        ),
        fc.nat(),
        (rows, pick) => {
          const index = pick % rows.length;
          const key = Object.keys(rows[index] ?? {}).at(-1) ?? '';
          const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
          expect(lineOf(`{"rows":[\n${lines}\n]}`, `rows[${index}].${key}`)).toBe(index + 2);
        },
      ),
    ));

  it('says where a text stops being JSON, as JSON itself judges', () =>
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', '}', '"', ',', '\\'), (json, at, put) => {
        const text = json.slice(0, at % (json.length + 1)) + put + json.slice(at % (json.length + 1));
        let good = true;
        try {
          JSON.parse(text);
        } catch {
          good = false;
        }
        expect(faultIn(text) === null).toBe(good);
      }),
    ));

  it.each([
    ['{"a":}', 5],
    ['{"a":1', 6],
    ['[1,]', 3],
    ['hello', 0],
    ['{} x', 3],
  ])('in %s', (text, at) => expect(faultIn(text)).toBe(at));
});
