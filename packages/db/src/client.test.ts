import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { levels } from './schema/markings.ts';
import { parties } from './schema/parties.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { createParty } from './testing/fixtures.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('keeps the plan of a statement with its connection, in transactions and savepoints too', async () => {
  const kept = await test.worker.db.transaction(async (tx) => {
    const ask = (rank: number) => tx.select({ code: levels.code }).from(levels).where(sql`rank = ${rank}`);
    expect(await ask(0)).toEqual([{ code: 'U' }]);
    expect(await tx.transaction((inner) => inner.execute(sql`select ${'x'}::text as x`))).toMatchObject([
      { x: 'x' },
    ]);
    expect(await ask(1)).toEqual([{ code: 'R' }]);
    return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
  });
  const statements = kept.map(({ statement }) => statement);
  expect(statements.filter((one) => one.includes('from "level"'))).toHaveLength(1);
  expect(statements.some((one) => one.includes('::text as x'))).toBe(true);
});

it('sends every kind of value as it is', async () => {
  const nation = await createParty(test, { nameEn: 'Étoile "x" {y}', ally: false });
  const [row] = await test.worker.db
    .select()
    .from(parties)
    .where(sql`id = any(${`{${nation.id}}`}::uuid[])`);
  expect(row).toEqual(nation);
});
