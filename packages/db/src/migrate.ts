import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { postgresAt } from './address.ts';
import { installJobs } from './jobs.ts';

/** What the owner needs to bring a database to this version. */
export interface MigrateOptions {
  ownerUrl: string;
  passwords: { app: string; worker: string; sealer: string };
  log?: (line: string) => void;
}

const folder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Two starts at once migrate one after the other. */
const LOCK = 7_203_114;

/**
 * Makes the roles Concord connects as, sets their passwords, and runs the migrations that have not run yet. Roles
 * belong to the whole server, so they are made here and not in a migration, which belongs to one database.
 */
export async function migrate({ ownerUrl, passwords, log = () => undefined }: MigrateOptions): Promise<void> {
  // An owner called like one of our schemas would make its tables there.
  const connection = { search_path: 'public' };
  const sql = postgresAt(ownerUrl, { max: 1, onnotice: () => undefined, connection });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    log('roles');
    await ensureRole(sql, 'concord_app', passwords.app);
    await ensureRole(sql, 'concord_worker', passwords.worker);
    await ensureRole(sql, 'concord_sealer', passwords.sealer);
    for (const role of ['concord_reader', 'concord_search']) await ensureFunctionOwner(sql, role);
    log('tables');
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    await sql.unsafe(`grant usage on schema drizzle to concord_app, concord_worker;
      grant select on drizzle.__drizzle_migrations to concord_app, concord_worker`);
    log('jobs');
    await installJobs(ownerUrl, sql);
  } finally {
    await sql.end();
  }
}

/** A role that signs in and owns nothing; another database of the same server may have made it already. */
async function ensureRole(sql: postgres.Sql, role: string, password: string): Promise<void> {
  await sql.unsafe(`
    do $$ begin
      create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  await sql.unsafe(`alter role ${role} with password ${literal(password)}`);
  await sql.unsafe(`grant usage on schema public to ${role}`);
}

/** A role that owns functions which look past row security; nobody signs in as it. */
async function ensureFunctionOwner(sql: postgres.Sql, role: string): Promise<void> {
  await sql.unsafe(`
    do $$ begin
      create role ${role} nologin nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  await sql.unsafe(`grant ${role} to current_user`);
}

/** Passwords are base64url; anything else is refused instead of quoted. */
function literal(password: string): string {
  if (!/^[\w-]+$/.test(password)) throw new Error('A role password may hold letters, digits, - and _ only.');
  return `'${password}'`;
}
