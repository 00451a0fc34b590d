import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Tx } from './client.ts';
import { kept } from './kept.ts';
import { parties } from './schema/parties.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { createParty } from './testing/fixtures.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('is written once, and asked in each transaction with its own values', async () => {
  const [one, other] = [await createParty(test), await createParty(test)];
  const write = vi.fn((tx: Tx) =>
    tx
      .select({ id: parties.id, name: parties.nameEn, at: parties.createdAt })
      .from(parties)
      .where(eq(parties.id, sql.placeholder('id'))),
  );
  const partyOf = kept(write);
  const ask = (id: string) => test.worker.db.transaction((tx) => partyOf(tx, { id }, undefined));
  const [first, second] = await Promise.all([ask(one.id), ask(other.id)]);
  expect(first).toEqual([{ id: one.id, name: expect.any(String), at: expect.any(Date) }]);
  expect(second.map(({ id }) => id)).toEqual([other.id]);
  expect(write).toHaveBeenCalledTimes(1);
});

it('fails with its transaction alone', async () => {
  const partyOf = kept((tx) =>
    tx
      .select({ id: parties.id })
      .from(parties)
      .where(eq(parties.id, sql.placeholder('id'))),
  );
  const { id } = await createParty(test);
  const ask = (wanted: string) => test.worker.db.transaction((tx) => partyOf(tx, { id: wanted }, undefined));
  await expect(ask('no id')).rejects.toThrow();
  expect(await ask(id)).toEqual([{ id }]);
});

it('is written once for each variant', async () => {
  const party = await createParty(test);
  const nameOf = kept((tx, { french }: { french: boolean }) =>
    tx
      .select({ name: french ? parties.nameFr : parties.nameEn })
      .from(parties)
      .where(eq(parties.id, sql.placeholder('id'))),
  );
  const ask = (french: boolean) =>
    test.worker.db.transaction((tx) => nameOf(tx, { id: party.id }, { french }));
  const rows = await test.worker.db.select().from(parties).where(eq(parties.id, party.id));
  expect([await ask(true), await ask(false)]).toEqual([
    [{ name: rows[0]?.nameFr }],
    [{ name: rows[0]?.nameEn }],
  ]);
});
