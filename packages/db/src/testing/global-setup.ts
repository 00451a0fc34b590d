import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../client.ts';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { systemBinaries } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: string;
  }
}

/** The passwords of the roles on a test server. */
export const testPasswords = { app: 'app-test', worker: 'worker-test', sealer: 'sealer-test' };
/** The migrated database that each test file's own is copied from. */
export const TEMPLATE = 'concord_template';

/** Starts one PostgreSQL for the run of a package's tests and migrates the template once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concord-test-'));
  // Started by root, PostgreSQL runs under another account, which must be able to pass through.
  await chmod(dataDir, 0o755);
  // Asked for by a second run of the same tests, where the system has a PostgreSQL of its own.
  const binaries = process.env.CONCORD_TEST_POSTGRES === 'system' ? await systemBinaries() : undefined;
  const server = await startEmbedded({ dataDir, binaries });
  const owner = connect(server.ownerUrl, { max: 1 });
  await owner.sql.unsafe(`create database ${TEMPLATE}`);
  await owner.close();
  await migrate({ ownerUrl: databaseUrl(server.ownerUrl, TEMPLATE), passwords: testPasswords });
  project.provide('testServer', server.ownerUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
