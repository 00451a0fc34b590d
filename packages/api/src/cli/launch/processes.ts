import { type ChildProcess, fork } from 'node:child_process';
import cluster from 'node:cluster';
import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../env.ts';
import { childEnvironment } from './child-environment.ts';
import { portal, portalServer, worker } from './places.ts';
import type { Kind } from './supervise.ts';

const LARGEST_LOG = 20 * 1024 * 1024;

/** The log of the web and worker processes; one that has grown large is put aside at a start. */
export async function openLog(dataDir: string): Promise<{ path: string; file: FileHandle }> {
  const folder = join(dataDir, 'logs');
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'portal.log');
  const size = await stat(path).then(
    (about) => about.size,
    () => 0,
  );
  if (size > LARGEST_LOG) await rename(path, `${path}.1`);
  return { path, file: await open(path, 'a', 0o600) };
}

/** The kinds of process an installation runs: several that share the port, and one that runs jobs. */
export function kinds(settings: Settings, log: number, args: readonly string[] = []): Kind[] {
  const env = childEnvironment(settings);
  const stdio = ['ignore' as const, log, log, 'ipc' as const];
  cluster.setupPrimary({ exec: portalServer, args: [...args], cwd: portal, stdio });
  const web: Kind = { name: 'web', start: () => childOf(cluster.fork(env)) };
  const jobs: Kind = { name: 'worker', start: () => fork(worker, { env, stdio }) };
  return [...Array.from({ length: settings.processes }, () => web), jobs];
}

function childOf(member: ReturnType<typeof cluster.fork>): ChildProcess {
  return member.process;
}
