import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

const roles = ['concord_app', 'concord_worker', 'concord_sealer', 'concord_reader', 'concord_search'];
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('forces row security on every table', async () => {
  const open = await test.owner.sql`
    select relname from pg_class join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p')
      and nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'drizzle', 'pgboss')
      and not (nspname = 'public' and relrowsecurity and relforcerowsecurity)`;
  expect(open.map((row) => row.relname)).toEqual([]);
});

it('lets no role of the application own anything or pass row security', async () => {
  const owned = await test.owner.sql`
    select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any(${roles}) and c.relkind in ('r', 'v', 'm', 'S')`;
  const strong = await test.owner.sql`
    select rolname from pg_roles where rolname = any(${roles}) and (rolsuper or rolbypassrls)`;
  expect([...owned, ...strong]).toEqual([]);
});

it('shows nothing to a connection that has not entered', async () => {
  const tables = await test.owner.sql`
    select relname as tablename from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_table_privilege('concord_app', oid, 'select')`;
  const open = [
    'level',
    'system_setting',
    'party',
    'credential_proof',
    'public_decision',
    'rate_limit',
    'container_key',
    'live_event',
    'record_seal',
    'record_head',
  ];
  for (const { tablename } of tables) {
    if (open.includes(tablename)) continue;
    const rows = await test.app.sql.unsafe(`select 1 from ${tablename} limit 1`);
    expect(rows.length, tablename).toBe(0);
  }
});

it('answers nobody to an unknown session', async () => {
  const [row] = await test.app.sql`select concord.enter('nobody') as entered`;
  expect(row?.entered.actor).toBeNull();
});
