import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fields } from './fields.ts';
import { dropOwnPreviousKeys, ownSecrets, readPreviousKeys, replaceOwnKey } from './secrets.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-secrets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('keeps the key it replaces until it is dropped, in a file for its own account alone', async () => {
  const first = await ownSecrets(folder);
  expect(first.previousKeys).toEqual([]);
  const second = await replaceOwnKey(folder);
  const third = await replaceOwnKey(folder);
  expect(third).toEqual(await ownSecrets(folder));
  expect(third.previousKeys).toEqual([second.key, first.key]);
  expect(third.secret).toEqual(first.secret);
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  await dropOwnPreviousKeys(folder);
  expect(await ownSecrets(folder)).toEqual({ ...third, previousKeys: [] });
  expect(await readFile(join(folder, 'secrets.json'), 'utf8')).not.toContain('previous');
});

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
it.each([
  ['none', undefined, [], undefined],
  ['two, by spaces, commas or lines', `${key(1)},\n ${key(2)}`, [1, 2], undefined],
  ['one that is too short', 'c2hvcnQ=', [], /^CONCORD_KEY_PREVIOUS must be at most 4 keys/],
  ['five', [1, 2, 3, 4, 5].map(key).join(' '), [], /^CONCORD_KEY_PREVIOUS must be at most 4 keys/],
  ['the present one', key(9), [9], /^CONCORD_KEY_PREVIOUS holds CONCORD_KEY itself/],
])('previous keys: %s', (_, text, fills, problem) => {
  const fields = new Fields({ CONCORD_KEY_PREVIOUS: text });
  expect(readPreviousKeys(fields, Buffer.alloc(32, 9))).toEqual(fills.map((fill) => Buffer.alloc(32, fill)));
  expect(fields.problems.map(({ message }) => message)).toEqual(
    problem ? [expect.stringMatching(problem)] : [],
  );
});
