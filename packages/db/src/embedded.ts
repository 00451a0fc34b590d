import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnAccount } from './embedded/account.ts';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import {
  clusterPaths,
  ensureCluster,
  makeDataFolder,
  OWNER_ROLE,
  programEnvironment,
  readPasswords,
} from './embedded/cluster.ts';
import { EmbeddedProblem } from './embedded/problem.ts';
import { isAlive, ownMark, type ProcessMark, signal, startOf, waitForEnd } from './embedded/processes.ts';

/** A running embedded PostgreSQL: how its owner connects, and how to stop it. */
export interface EmbeddedDatabase {
  ownerUrl: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** Where and how loudly to start. */
export interface EmbeddedOptions {
  dataDir: string;
  log?: (line: string) => void;
}

const START_TRIES = 5;
const START_MILLISECONDS = 120_000;
const STOP_MILLISECONDS = 30_000;

/**
 * Starts the PostgreSQL that Concord brings, making its cluster first when there is none. One process owns it;
 * what a killed owner left behind is ended and recovered, a living owner is named in the error.
 */
export async function startEmbedded({
  dataDir,
  log = () => undefined,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  await makeDataFolder(dataDir);
  await takeOwnership(dataDir);
  try {
    const binaries = await findBinaries(log);
    await endOrphan(dataDir, log);
    await ensureCluster(dataDir, binaries, log);
    const { port, pid } = await startServer(dataDir, binaries, log);
    return { ownerUrl: await ownerUrl(dataDir, port), port, pid, stop: () => stopServer(dataDir, pid) };
  } catch (error) {
    await rm(clusterPaths(dataDir).owner, { force: true });
    throw error;
  }
}

/** The embedded database another process runs on this data folder, if one does. */
export async function runningEmbedded(
  dataDir: string,
): Promise<{ ownerUrl: string; port: number } | undefined> {
  const server = await readServer(dataDir);
  if (!server?.ready) return undefined;
  return { ownerUrl: await ownerUrl(dataDir, server.port), port: server.port };
}

/** Uses the embedded database for one piece of work: the running one, else one started for it and stopped after. */
export async function withEmbedded<T>(
  options: EmbeddedOptions,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const running = await runningEmbedded(options.dataDir);
  if (running) return work(running.ownerUrl);
  const started = await startEmbedded(options);
  try {
    return await work(started.ownerUrl);
  } finally {
    await started.stop();
  }
}

async function takeOwnership(dataDir: string): Promise<void> {
  const file = clusterPaths(dataDir).owner;
  const mark = JSON.stringify(await ownMark());
  for (let tries = 0; tries < 2; tries += 1) {
    const written = await writeFile(file, mark, { flag: 'wx', mode: 0o600 }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (written) return;
    const owner = await readOwner(file);
    if (owner && (await isAlive(owner))) throw await alreadyRunning(dataDir, owner);
    await rm(file, { force: true });
  }
  throw new EmbeddedProblem('running', `Another start is using ${dataDir} at this moment. Try again.`);
}

async function readOwner(file: string): Promise<ProcessMark | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as ProcessMark;
  } catch {
    return undefined;
  }
}

async function alreadyRunning(dataDir: string, owner: ProcessMark): Promise<EmbeddedProblem> {
  const server = await readServer(dataDir);
  const where = server ? `at 127.0.0.1:${server.port}` : 'and is just starting';
  return new EmbeddedProblem(
    'running',
    `The database in ${dataDir} is already running ${where}, started by process ${owner.pid}. Stop that one first (kill ${owner.pid}), or give this one its own CONCORD_DATA.`,
  );
}

/** Ends a server whose owner was killed, and clears a lock file that names no server. */
async function endOrphan(dataDir: string, log: (line: string) => void): Promise<void> {
  const lock = `${clusterPaths(dataDir).cluster}/postmaster.pid`;
  const server = await readServer(dataDir);
  if (server) {
    log(`Ending the database server (process ${server.pid}) that an earlier start left behind.`);
    await endServer(server.pid);
  }
  await rm(lock, { force: true });
}

/** What postmaster.pid says, when the process it names really is the server of this folder. */
async function readServer(
  dataDir: string,
): Promise<{ pid: number; port: number; ready: boolean } | undefined> {
  const { cluster } = clusterPaths(dataDir);
  const text = await readFile(`${cluster}/postmaster.pid`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes('postgres') || !command.includes(cluster)) return undefined;
  if ((await startOf(pid)) === undefined) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function startServer(dataDir: string, binaries: Binaries, log: (line: string) => void) {
  let reason = '';
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const port = await freePort();
    const pid = await launch(dataDir, binaries, port);
    if (await untilReady(dataDir, pid, log)) return { port, pid };
    reason = await lastLines(dataDir);
    if (!/address already in use|pre-existing shared memory/i.test(reason)) break;
    await sleep(1000);
  }
  throw new EmbeddedProblem(
    'failed',
    `The database did not start: ${reason} (all of it: ${clusterPaths(dataDir).log})`,
  );
}

/** Its own session, so that Ctrl-C in the terminal reaches it through its owner and in order. */
async function launch(dataDir: string, binaries: Binaries, port: number): Promise<number> {
  const paths = clusterPaths(dataDir);
  const file = await open(paths.log, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    const args = ['-D', paths.cluster, ...serverSettings(port).flatMap((setting) => ['-c', setting])];
    const options = { cwd: paths.cluster, env: programEnvironment(), detached: true, ...spawnAccount() };
    const child = spawn(binaries.postgres, args, { ...options, stdio: ['ignore', file.fd, file.fd] });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new EmbeddedProblem('failed', `PostgreSQL did not start: ${error.message}`)),
      );
    });
    child.unref();
    return child.pid ?? 0;
  } finally {
    await file.close();
  }
}

function serverSettings(port: number): string[] {
  const megabytes = Math.floor(totalmem() / 1024 / 1024);
  const buffers = Math.min(1024, Math.max(128, Math.floor(megabytes / 16)));
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    `shared_buffers=${buffers}MB`,
    `effective_cache_size=${Math.max(256, Math.floor(megabytes / 2))}MB`,
    'synchronous_commit=on',
    'random_page_cost=1.1',
    'jit=off',
    'timezone=UTC',
    'cluster_name=concord',
  ];
}

async function untilReady(dataDir: string, pid: number, log: (line: string) => void): Promise<boolean> {
  const begun = Date.now();
  let said = false;
  while (Date.now() - begun < START_MILLISECONDS) {
    const server = await readServer(dataDir);
    if (server?.pid === pid && server.ready) return true;
    if ((await startOf(pid)) === undefined) return false;
    if (!said && Date.now() - begun > 5000) {
      log('The database is recovering from an interrupted run.');
      said = true;
    }
    await sleep(50);
  }
  await endServer(pid);
  return false;
}

async function stopServer(dataDir: string, pid: number): Promise<void> {
  await endServer(pid);
  await rm(clusterPaths(dataDir).owner, { force: true });
}

/** Fast shutdown (open transactions are rolled back); immediate when that takes too long. */
async function endServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, STOP_MILLISECONDS)) return;
  signal(pid, 'SIGQUIT');
  await waitForEnd(pid, STOP_MILLISECONDS);
}

async function ownerUrl(dataDir: string, port: number): Promise<string> {
  const { owner } = await readPasswords(dataDir);
  return `postgres://${OWNER_ROLE}:${owner}@127.0.0.1:${port}/${OWNER_ROLE}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function lastLines(dataDir: string): Promise<string> {
  const text = await readFile(clusterPaths(dataDir).log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-3).join(' ');
}
