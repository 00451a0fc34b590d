import { postgresAt } from '@concord/db/address';
import type postgres from 'postgres';
import type { Settings } from '../../env.ts';
import { failedJobs } from '../../jobs/failed.ts';
import { attempt, bad, type Finding, good } from './finding.ts';
import { checkKeys } from './keys.ts';

const OLDEST_SERVER = 150_000;
const CLOCK_MILLISECONDS = 2000;
const MIGRATE = 'Run: npm run concord -- migrate';

type Sql = postgres.Sql;

/** The server, the roles Concord connects as, and the clock that judges deadlines. */
export async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const { database } = settings;
  const roles: [name: string, url: string][] = [
    ['concord_app', database.appUrl],
    ['concord_worker', database.workerUrl],
    ['concord_sealer', database.sealerUrl],
  ];
  const first = database.ownerUrl ?? database.appUrl;
  const server = await attempt(
    'database',
    'Check DATABASE_URL, and that the server runs and lets this machine in.',
    () => connected(first, checkServer),
  );
  if (server.some((finding) => !finding.ok)) return server;
  const found = await Promise.all(
    roles.map(([name, url]) =>
      attempt(`role ${name}`, `${MIGRATE} (it makes the roles and sets their passwords).`, () =>
        connected(url, (sql) => checkRole(sql, name)),
      ),
    ),
  );
  const { ownerUrl } = database;
  const tables = ownerUrl
    ? await attempt('tables', MIGRATE, () => connected(ownerUrl, (sql) => checkTables(sql)))
    : [];
  const jobs = await attempt('jobs', MIGRATE, () => connected(database.workerUrl, checkJobs));
  const keys = await attempt('keys', MIGRATE, () =>
    connected(database.workerUrl, (sql) => checkKeys(sql, settings)),
  );
  return [...server, ...found.flat(), ...tables, ...jobs, ...keys];
}

/** Mail and notices that were given up: each kind with what it said last. */
async function checkJobs(sql: Sql): Promise<Finding> {
  const failed = await failedJobs(sql);
  if (failed.length === 0) return good('jobs', 'none was given up');
  const newest = [...new Map(failed.toReversed().map((job) => [job.name, job])).values()];
  const said = newest.map(
    ({ name, failedAt, message }) => `${name} at ${failedAt.toISOString()}: ${message}`,
  );
  return bad(
    'jobs',
    `${failed.length} given up. Last of each kind: ${said.join('; ')}`,
    'Mend what they say (for mail, SMTP_URL and the mail server), then run: npm run concord -- jobs retry',
  );
}

async function connected<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgresAt(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function checkServer(sql: Sql): Promise<Finding[]> {
  const before = Date.now();
  const [row] = await sql<{ version: number; name: string; now: Date; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      clock_timestamp() as now, current_setting('server_encoding') as encoding`;
  if (!row) return [bad('database', 'It gave no answer.', 'Check the server.')];
  const skew = Math.round(row.now.getTime() - (before + Date.now()) / 2);
  return [
    row.version >= OLDEST_SERVER
      ? good('database', `PostgreSQL ${row.name}`)
      : bad('database', `PostgreSQL ${row.name} is too old.`, 'Use PostgreSQL 15 or newer.'),
    row.encoding === 'UTF8'
      ? good('encoding', 'UTF8')
      : bad(
          'encoding',
          row.encoding,
          "Make the database anew with: create database concord encoding 'UTF8' template template0",
        ),
    Math.abs(skew) <= CLOCK_MILLISECONDS
      ? good('clock', `${skew} ms from the database`)
      : bad(
          'clock',
          `${skew} ms from the database`,
          'Set the clocks of both machines by NTP; deadlines go by the database.',
        ),
  ];
}

/** Row security that is not forced does not bind the owner, and a table without it binds nobody. */
async function checkTables(sql: Sql): Promise<Finding> {
  const open = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`;
  const [all] = await sql<{ n: number }[]>`
    select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  if (!all?.n) return bad('tables', 'There are none.', MIGRATE);
  if (open.length === 0) return good('tables', `row security is forced on all ${all.n}`);
  const names = open.map(({ name }) => name).join(', ');
  return bad(
    'tables',
    `Row security is not forced on ${names}.`,
    'Take them out of the schema public, or report this as a fault.',
  );
}

/** The rights that would let a role pass row security. */
async function checkRole(sql: Sql, name: string): Promise<Finding> {
  const [row] = await sql<{ role: string; above: boolean; owned: number }[]>`
    select current_user as role, rolsuper or rolbypassrls or rolcreaterole as above,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = current_user`;
  const check = `role ${name}`;
  if (!row) return bad(check, 'The role is not there.', MIGRATE);
  if (row.above) {
    return bad(
      check,
      `${row.role} may pass row security.`,
      `As a superuser: alter role ${row.role} nosuperuser nobypassrls nocreaterole`,
    );
  }
  if (row.owned > 0) {
    return bad(
      check,
      `${row.role} owns ${row.owned} tables.`,
      `As the owner of the database: reassign owned by ${row.role} to <owner>`,
    );
  }
  return good(check, 'owns nothing and cannot pass row security');
}
