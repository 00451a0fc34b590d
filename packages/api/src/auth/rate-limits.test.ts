import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { rateLimits } from './rate-limits.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
afterEach(() => vi.useRealTimers());

const from = (address: string) => ({ account: `${address}@n.example`, address });
const tooMany = { code: 'TOO_MANY_REQUESTS' };

it('counts by the database’s clock: a process that thinks it is tomorrow opens nothing', async () => {
  const attempt = from('192.0.2.1');
  for (let tries = 0; tries < 10; tries += 1) await rateLimits(test.app).signIn(attempt);
  await expect(rateLimits(test.app).signIn(attempt)).rejects.toMatchObject(tooMany);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
  await expect(rateLimits(test.app).signIn(attempt)).rejects.toMatchObject(tooMany);
  vi.useRealTimers();
  await test.worker.sql`update rate_limit set expire = 0`;
  await rateLimits(test.app).signIn(attempt);
});

it('counts every one of many tries that come at once', async () => {
  const attempt = from('192.0.2.2');
  const limits = rateLimits(test.app);
  const tries = await Promise.allSettled(Array.from({ length: 25 }, () => limits.signIn(attempt)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

it('forgives the account, and leaves what the address tried elsewhere', async () => {
  const attempt = from('192.0.2.3');
  const limits = rateLimits(test.app);
  for (let tries = 0; tries < 9; tries += 1) await limits.signIn(attempt);
  await limits.forgive(attempt);
  const rows = await test.worker.sql`select key, points from rate_limit where points in (8, 9)`;
  expect(rows).toMatchObject([{ points: 8 }]);
  expect(rows[0]?.key).toMatch(/^address:/);
});

it('tells nobody that there were too many mails', async () => {
  const limits = rateLimits(test.app);
  const answers = [];
  for (let tries = 0; tries < 4; tries += 1) answers.push(await limits.mail(from('192.0.2.4')));
  expect(answers).toEqual([true, true, true, false]);
});
