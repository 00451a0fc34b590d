import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from './context.ts';
import { PageTransaction } from './page-transaction.ts';
import { requestAs, servicesOf } from './testing/caller.ts';

let test: TestDatabase;
let page: PageTransaction;
beforeAll(async () => {
  test = await testDatabase();
  const person = await createPerson(test, { party: await createParty(test) });
  page = new PageTransaction(servicesOf(test), await requestAs(test, person));
});
afterAll(() => test.close());

/** When the transaction began, which tells one from another, and who is entered in it. */
async function began({ tx, actor }: Context) {
  const [row] = await tx.execute<{ at: string }>(sql`select now()::text as at`);
  return { at: row?.at, person: actor?.personId };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

it('holds what is asked at once and right after, and ends', async () => {
  const [one, other] = await Promise.all([page.run(began), page.run(began)]);
  const next = await page.run(began);
  expect(one.person).toBeDefined();
  expect([other, next]).toEqual([one, one]);
  await pause();
  expect((await page.run(began)).at).not.toBe(one.at);
});

it('lets a failure fail alone, and the next begin afresh', async () => {
  await pause();
  const failing = page.run(async ({ tx }) => {
    await tx.execute(sql`select 1`);
    throw new Error('not yours');
  });
  const beside = page.run(began);
  await expect(failing).rejects.toThrow('not yours');
  const fresh = await page.run(began);
  expect(fresh.at).not.toBe((await beside).at);
  const broken = page.run(({ tx }) => tx.execute(sql`select 1 / 0`));
  await expect(broken).rejects.toThrow();
  expect((await page.run(began)).person).toBe(fresh.person);
});
