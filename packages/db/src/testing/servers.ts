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
  const majors = await readdir(SYSTEM).catch(() => []);
  const supported = majors
    .filter((major) => Number(major) >= 15)
    .sort((one, other) => Number(one) - Number(other));
  return [
    { name: 'the packaged PostgreSQL', start: () => startFresh() },
    ...supported.slice(0, 1).map((major) => ({
      name: `the system's PostgreSQL ${major}`,
      start: () => startFresh(systemBinaries(major)),
    })),
  ];
}

function systemBinaries(major: string): Binaries {
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
