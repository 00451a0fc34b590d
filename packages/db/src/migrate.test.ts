import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresAt } from './address.ts';
import type { EmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';
import { testServers } from './testing/servers.ts';

const passwords = { app: 'a-1', worker: 'w-1', sealer: 's-1' };
let database: EmbeddedDatabase;

async function as<T>(role: string, password: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const url = new URL(database.ownerUrl);
  url.username = role;
  url.password = password;
  const sql = postgresAt(url.toString(), { max: 1 });
  return work(sql).finally(() => sql.end());
}

describe.each(await testServers())('migrating on $name', ({ start }) => {
  beforeAll(async () => {
    database = await start();
  }, 60_000);
  afterAll(() => database.stop());

  it('makes tables and roles, also when two start at once, and changes nothing the next time', async () => {
    const options = { ownerUrl: database.ownerUrl, passwords };
    await Promise.all([migrate(options), migrate(options)]);
    await migrate(options);
    const sql = postgresAt(database.ownerUrl, { max: 1 });
    const [tables] = await sql`select count(*)::int as n from pg_tables where schemaname = 'public'`;
    await sql.end();
    expect(tables?.n).toBeGreaterThan(20);
  });

  it.each([
    ['concord_app', 'a-1'],
    ['concord_worker', 'w-1'],
    ['concord_sealer', 's-1'],
  ])('%s signs in, owns nothing and has no right above its tables', async (role, password) => {
    const [row] = await as(
      role,
      password,
      (sql) => sql`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as above,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`,
    );
    expect(row).toEqual({ above: false, owned: 0 });
  });

  it('gives the roles new passwords when the secret changed', async () => {
    await migrate({ ownerUrl: database.ownerUrl, passwords: { ...passwords, app: 'a-2' } });
    await expect(as('concord_app', 'a-1', (sql) => sql`select 1`)).rejects.toThrow(/password/);
    expect(await as('concord_app', 'a-2', (sql) => sql`select 1 as one`)).toHaveLength(1);
  });

  it('refuses a password that would have to be quoted', async () => {
    const wrong = { ...passwords, app: "x'; drop table person; --" };
    await expect(migrate({ ownerUrl: database.ownerUrl, passwords: wrong })).rejects.toThrow(
      'letters, digits',
    );
  });
});
