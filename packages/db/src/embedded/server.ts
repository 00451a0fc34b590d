import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { clusterPaths, programEnvironment } from './cluster.ts';
import { EmbeddedProblem } from './problem.ts';
import { signal, startOf, waitForEnd } from './processes.ts';

/** What it takes to start a server. */
export interface ServerContext {
  dataDir: string;
  binaries: Binaries;
  log: (line: string) => void;
}

/** A server process and where it listens: `sockets` is the folder of its socket of the file system, where it has one. */
export interface RunningServer {
  child: ChildProcess;
  pid: number;
  port: number;
  sockets: string | null;
}

const START_TRIES = 5;
const START_MILLISECONDS = 120_000;
const STOP_MILLISECONDS = 30_000;
/** Bytes of a socket's path (sun_path of Linux, without its end). */
const LONGEST_SOCKET = 107;

/** What postmaster.pid says, when the process it names really is the server of this folder. */
export async function readServer(
  dataDir: string,
): Promise<{ pid: number; port: number; sockets: string | null; ready: boolean } | undefined> {
  const { cluster } = clusterPaths(dataDir);
  const text = await readFile(`${cluster}/postmaster.pid`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes('postgres') || !command.includes(cluster)) return undefined;
  if ((await startOf(pid)) === undefined) return undefined;
  const [, , , port, folder] = lines;
  return { pid, port: Number(port), sockets: folder?.trim() || null, ready: lines[7]?.trim() === 'ready' };
}

/** Starts the server on a free port, or on the one its users know already, and waits until it answers. */
export async function startServer(context: ServerContext, known?: number): Promise<RunningServer> {
  const { dataDir } = context;
  let reason = '';
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const port = known ?? (await freePort());
    const child = await launch(context, port);
    const pid = child.pid ?? 0;
    if (await untilReady(context, pid)) return { child, pid, port, sockets: socketFolder(dataDir, port) };
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
async function launch({ dataDir, binaries }: ServerContext, port: number): Promise<ChildProcess> {
  const paths = clusterPaths(dataDir);
  const file = await open(paths.log, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    const args = [
      '-D',
      paths.cluster,
      ...serverSettings(dataDir, port).flatMap((setting) => ['-c', setting]),
    ];
    const options = { cwd: paths.cluster, env: programEnvironment(), detached: true, ...spawnAccount() };
    const child = spawn(binaries.postgres, args, { ...options, stdio: ['ignore', file.fd, file.fd] });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new EmbeddedProblem('failed', `PostgreSQL did not start: ${error.message}`)),
      );
    });
    child.unref();
    return child;
  } finally {
    await file.close();
  }
}

/**
 * Where the server's socket of the file system lies: in the cluster's folder, which nobody but its account and root may
 * enter. None where its path would be longer than a socket's may be, or would have to be quoted in a list.
 */
function socketFolder(dataDir: string, port: number): string | null {
  const { cluster } = clusterPaths(dataDir);
  const tooLong = Buffer.byteLength(`${cluster}/.s.PGSQL.${port}`) > LONGEST_SOCKET;
  return tooLong || /[,"\s]/.test(cluster) ? null : cluster;
}

function serverSettings(dataDir: string, port: number): string[] {
  const megabytes = Math.floor(totalmem() / 1024 / 1024);
  const buffers = Math.min(1024, Math.max(128, Math.floor(megabytes / 16)));
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${socketFolder(dataDir, port) ?? ''}`,
    'max_connections=200',
    `shared_buffers=${buffers}MB`,
    `effective_cache_size=${Math.max(256, Math.floor(megabytes / 2))}MB`,
    'synchronous_commit=on',
    'random_page_cost=1.1',
    'jit=off',
    // What a server does is in pg_stat_activity; to write it over its name as well costs a thirtieth of a short statement.
    'update_process_title=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'cluster_name=concord',
  ];
}

async function untilReady({ dataDir, log }: ServerContext, pid: number): Promise<boolean> {
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

/** Fast shutdown (open transactions are rolled back); immediate when that takes too long. */
export async function endServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, STOP_MILLISECONDS)) return;
  signal(pid, 'SIGQUIT');
  await waitForEnd(pid, STOP_MILLISECONDS);
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
