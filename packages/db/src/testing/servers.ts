import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from '../embedded/binaries.ts';
import { type EmbeddedDatabase, startEmbedded } from '../embedded.ts';

/** A PostgreSQL that a test can start. */
export interface TestServer {
  name: string;
  start(): Promise<EmbeddedDatabase>;
}

const SYSTEM = '/usr/lib/postgresql';

/** The packaged PostgreSQL and, where the system has one, that too: what works on 18 must work on 15. */
export async function testServers(): Promise<TestServer[]> {
  const system = await systemBinaries();
  return [
    { name: 'the packaged PostgreSQL', start: () => startFresh() },
    ...(system ? [{ name: `the system's PostgreSQL ${system.major}`, start: () => startFresh(system) }] : []),
  ];
}

/** The oldest supported PostgreSQL that the system has, if any. */
export async function systemBinaries(): Promise<Binaries | undefined> {
  const majors = (await readdir(SYSTEM).catch(() => [])).map(Number).filter((major) => major >= 15);
  if (majors.length === 0) return undefined;
  const major = String(Math.min(...majors));
  const folder = join(SYSTEM, major, 'bin');
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres'), major };
}

/** A server with nothing in it, gone without trace when stopped. */
async function startFresh(binaries?: Binaries): Promise<EmbeddedDatabase> {
  // Not below the home folder: root's PostgreSQL account has to reach it.
  const dataDir = await mkdtemp('/var/tmp/concord-test-');
  await chmod(dataDir, 0o711);
  const remove = () => rm(dataDir, { recursive: true, force: true });
  const database = await startEmbedded({ dataDir, binaries }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return {
    ownerUrl: database.ownerUrl,
    port: database.port,
    pid: database.pid,
    async stop() {
      await database.stop();
      await remove();
    },
  };
}
