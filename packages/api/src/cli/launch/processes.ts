import { fork } from 'node:child_process';
import cluster from 'node:cluster';
import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../env.ts';
import { childEnvironment } from './child-environment.ts';
import { portal, portalServer, worker } from './places.ts';
import type { Kind } from './supervise.ts';

const LARGEST_LOG = 20 * 1024 * 1024;

/** Rendering makes much that is dropped at once: a larger nursery, in MB, lets most of it die before it is copied. */
const NURSERY = '--max-semi-space-size=64';

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

/** The processes of an installation: several that share the port, and one that runs jobs. */
export function clusterKinds(settings: Settings, log: number): Kind[] {
  const env = childEnvironment(settings, 'production');
  const stdio = ['ignore' as const, log, log, 'ipc' as const];
  cluster.setupPrimary({
    exec: portalServer,
    args: [],
    execArgv: [...process.execArgv, NURSERY],
    cwd: portal,
    stdio,
  });
  const web: Kind = { name: 'web', start: () => cluster.fork(env).process };
  const jobs: Kind = { name: 'worker', start: () => fork(worker, { env, stdio }) };
  return [...Array.from({ length: settings.processes }, () => web), jobs];
}

/** The processes of a developer: one of each, on the terminal. */
export function devKinds(settings: Settings): Kind[] {
  const env = childEnvironment(settings, 'development');
  const stdio = ['ignore' as const, 'inherit' as const, 'inherit' as const, 'ipc' as const];
  return [
    { name: 'web', start: () => fork(portalServer, ['--dev'], { env, stdio, cwd: portal }) },
    { name: 'worker', start: () => fork(worker, { env, stdio }) },
  ];
}
