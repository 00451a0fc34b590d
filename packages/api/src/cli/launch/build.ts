import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { ownEnvironment } from '../../env.ts';
import { Refusal } from '../verb.ts';
import { checkout, portal } from './places.ts';

const output = join(portal, '.next');
const stamp = join(output, 'concord-sources');

/** Everything the built portal is made from; the API's types and browser-safe rules among it. */
const SOURCES = ['apps/portal', 'packages/api/src', 'packages/db/src/enums.ts', 'pnpm-lock.yaml'];
const LEFT_OUT =
  /(^|\/)(node_modules|\.next|coverage|__fixtures__|next-env\.d\.ts|tsconfig\.tsbuildinfo)(\/|$)|\.test\.tsx?$/;

/** Whether the portal on disk was built from other sources than those beside it. */
export async function buildIsStale(): Promise<boolean> {
  const built = await readFile(stamp, 'utf8').catch(() => undefined);
  return built !== (await sourcesHash());
}

/** Builds the portal for production. What a failed or interrupted build leaves is removed: it would fail again. */
export async function buildPortal(log: string, signal?: AbortSignal): Promise<void> {
  const wanted = await sourcesHash();
  await rm(stamp, { force: true });
  await mkdir(dirname(log), { recursive: true });
  const code = await runBuild(log, signal);
  if (code === 0) {
    await writeFile(stamp, wanted);
    return;
  }
  await rm(output, { recursive: true, force: true });
  signal?.throwIfAborted();
  const lines = (await readFile(log, 'utf8')).trim().split('\n').slice(-20).join('\n');
  throw new Refusal(`${lines}\n\nThe portal could not be built. The whole output is in ${log}.`);
}

async function runBuild(log: string, signal?: AbortSignal): Promise<number> {
  const file = createWriteStream(log);
  const child = spawn(process.execPath, [join(portal, 'src/server/build.ts')], {
    cwd: portal,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group, so that stopping ends what it started too.
    detached: true,
    env: { ...ownEnvironment(), NODE_ENV: 'production', CI: 'true' },
  });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
  signal?.addEventListener('abort', end);
  child.on('error', (error) => file.write(error.message));
  const code = await new Promise<number>((resolve) => child.on('close', (value) => resolve(value ?? 1)));
  signal?.removeEventListener('abort', end);
  file.end();
  await finished(file);
  return code;
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    for (const file of await filesUnder(join(checkout, source))) {
      hash.update(`\n${relative(checkout, file)}\n`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  if (LEFT_OUT.test(relative(checkout, path))) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (!entries) return [path];
  const names = entries.map((entry) => entry.name).sort();
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat();
}
