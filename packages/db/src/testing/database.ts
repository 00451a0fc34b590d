import { inject } from 'vitest';
import { connect, type Database } from '../client.ts';
import { newId } from '../ids.ts';
import { databaseUrl, TEMPLATE, testPasswords } from './global-setup.ts';

/** A database of one test file's own, with a connection for each role. */
export type TestDatabase = {
  name: string;
  urls: { owner: string; app: string; worker: string; sealer: string };
  owner: Database;
  app: Database;
  worker: Database;
  sealer: Database;
  close: () => Promise<void>;
};

/** Copies the migrated template, or another database that nobody is connected to, into a fresh one; `close` drops it. */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${newId().replaceAll('-', '')}`;
  const admin = connect(server, { max: 1 });
  await admin.sql`select pg_advisory_lock(1)`;
  await admin.sql.unsafe(`create database ${name} template ${template}`);
  await admin.close();
  const ownerUrl = databaseUrl(server, name);
  const urls = {
    owner: ownerUrl,
    app: as(ownerUrl, 'concord_app', testPasswords.app),
    worker: as(ownerUrl, 'concord_worker', testPasswords.worker),
    sealer: as(ownerUrl, 'concord_sealer', testPasswords.sealer),
  };
  const pools = {
    owner: connect(urls.owner, { max: 2 }),
    app: connect(urls.app, { max: 6 }),
    worker: connect(urls.worker, { max: 3 }),
    sealer: connect(urls.sealer, { max: 2 }),
  };
  return { name, urls, ...pools, close: () => drop(server, name, Object.values(pools)) };
}

async function drop(server: string, name: string, pools: Database[]): Promise<void> {
  await Promise.all(pools.map((pool) => pool.close()));
  const admin = connect(server, { max: 1 });
  await dropByForce(admin, name);
  await admin.close();
}

const VACUUMED = '42501';
const TRIES = 40;

/** Where autovacuum is at work in it, force is refused to an owner that is no superuser: it is over in a moment. */
async function dropByForce(admin: Database, name: string, tried = 1): Promise<void> {
  try {
    await admin.sql.unsafe(`drop database ${name} with (force)`);
  } catch (error) {
    if (tried === TRIES || (error as { code?: string }).code !== VACUUMED) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await dropByForce(admin, name, tried + 1);
  }
}

function as(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.toString();
}
