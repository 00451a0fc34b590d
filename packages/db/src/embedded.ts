import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import {
  clusterPaths,
  ensureCluster,
  makeDataFolder,
  OWNER_ROLE,
  readPasswords,
} from './embedded/cluster.ts';
import { EmbeddedProblem } from './embedded/problem.ts';
import { isAlive, ownMark, type ProcessMark } from './embedded/processes.ts';
import {
  endServer,
  type RunningServer,
  readServer,
  type ServerContext,
  startServer,
} from './embedded/server.ts';

/** A running embedded PostgreSQL: how its owner connects, and how to stop it. */
export interface EmbeddedDatabase {
  ownerUrl: string;
  port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Where and how loudly to start. */
export interface EmbeddedOptions {
  dataDir: string;
  log?: (line: string) => void;
  /** Other programs than the packaged ones: how tests run on the PostgreSQL of the system. */
  binaries?: Binaries;
}

const RESTART_PAUSE = 2000;

/**
 * Starts the PostgreSQL that Concord brings, making its cluster first when there is none. One process owns it;
 * what a killed owner left behind is ended and recovered, a living owner is named in the error.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, log = () => undefined } = options;
  await makeDataFolder(dataDir);
  await takeOwnership(dataDir);
  try {
    const binaries = options.binaries ?? (await findBinaries(log));
    await endOrphan(dataDir, log);
    await ensureCluster(dataDir, binaries, log);
    const context = { dataDir, binaries, log };
    const server = await startServer(context);
    return keepRunning(context, server, await ownerUrl(dataDir, server));
  } catch (error) {
    await rm(clusterPaths(dataDir).owner, { force: true });
    throw error;
  }
}

/** Starts a server that ended unasked again, on the port its users know, until it is told to stop. */
function keepRunning(context: ServerContext, first: RunningServer, ownerUrl: string): EmbeddedDatabase {
  let current = first;
  let stopping = false;
  let restarting = Promise.resolve();
  const watch = () => {
    current.child.once('exit', () => {
      if (!stopping) restarting = again();
    });
  };
  const again = async () => {
    context.log('The database server ended; it is being started again.');
    while (!stopping) {
      try {
        current = await startServer(context, first.port);
        return watch();
      } catch (error) {
        context.log(error instanceof Error ? error.message : String(error));
        await sleep(RESTART_PAUSE);
      }
    }
  };
  watch();
  return {
    ownerUrl,
    port: first.port,
    get pid() {
      return current.pid;
    },
    async stop() {
      stopping = true;
      await restarting;
      await endServer(current.pid);
      await rm(clusterPaths(context.dataDir).owner, { force: true });
    },
  };
}

/** The embedded database another process runs on this data folder, if one does. */
export async function runningEmbedded(
  dataDir: string,
): Promise<{ ownerUrl: string; port: number } | undefined> {
  const server = await readServer(dataDir);
  if (!server?.ready) return undefined;
  return { ownerUrl: await ownerUrl(dataDir, server), port: server.port };
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
  await dropSockets(clusterPaths(dataDir).cluster);
}

/** A killed server leaves its socket, under the port it had. */
async function dropSockets(cluster: string): Promise<void> {
  const names = await readdir(cluster).catch(() => []);
  const left = names.filter((name) => name.startsWith('.s.PGSQL.'));
  await Promise.all(left.map((name) => rm(join(cluster, name), { force: true })));
}

/** By the socket of the file system, which costs a fifth less; `postgresAt` reads this as libpq does. */
async function ownerUrl(
  dataDir: string,
  { port, sockets }: Pick<RunningServer, 'port' | 'sockets'>,
): Promise<string> {
  const { owner } = await readPasswords(dataDir);
  const url = new URL(`postgres://${OWNER_ROLE}:${owner}@127.0.0.1:${port}/${OWNER_ROLE}`);
  if (sockets !== null) url.searchParams.set('host', sockets);
  return url.href;
}
