import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile } from './measure/percentile.ts';
import { idAt } from './seed/ids.ts';
import { benchTexts, RARE_WORD } from './seed/texts.ts';

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 200 }, (_, index) => index + 1);
  assert.equal(percentile(values, 50), 100);
  assert.equal(percentile(values, 99), 198);
  assert.equal(percentile([7], 99), 7);
  assert.equal(percentile([], 50), 0);
});

test('ids are of version 7 and sort by their instant', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((at) => idAt(at));
  for (const id of ids)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(ids.toSorted(), ids);
});

test('texts are the same in each run, and one alone holds the rare word', () => {
  const [one, other] = [benchTexts(20), benchTexts(20)];
  assert.equal(one.length, 21);
  assert.deepEqual(
    one.map(({ source }) => source),
    other.map(({ source }) => source),
  );
  assert.equal(one.filter(({ source }) => source.includes(RARE_WORD)).length, 1);
});
