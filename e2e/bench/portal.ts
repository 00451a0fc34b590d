import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare } from '@concord/api/cli/launch/prepare';
import { clusterKinds, openLog } from '@concord/api/cli/launch/processes';
import { waitUntilReady } from '@concord/api/cli/launch/ready';
import { Supervisor } from '@concord/api/cli/launch/supervise';
import type { Settings } from '@concord/api/env';
import { clusterPaths, readPasswords } from '@concord/db/embedded/cluster';

/** What is undone at the end, the newest first. */
export type Undo = (() => Promise<unknown>)[];

/** The production portal as `npm start` serves it, with its process ids. */
export interface Portal {
  web: () => number[];
  worker: () => number[];
  /** How many processes have said so far that they serve. */
  ready: () => number;
}

/** A fresh embedded database in the bench's own folder, migrated and empty. */
export function openDatabase(undo: Undo): Promise<Settings> {
  return prepare(undo, new AbortController().signal);
}

/** Starts the serving processes and the worker, and waits until they are ready. */
export async function servePortal(settings: Settings, undo: Undo, { workers = 1 } = {}): Promise<Portal> {
  const { path, file } = await openLog(settings.dataDir);
  const pids: Record<string, number[]> = {};
  let ready = 0;
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const supervisor = new Supervisor(
    (line) => process.stderr.write(`${line}\n`),
    (reason) => broken.reject(new Error(reason)),
  );
  undo.push(
    () => file.close(),
    () => supervisor.stop(),
  );
  const kinds = clusterKinds(settings, file.fd);
  const more = kinds.filter(({ name }) => name === 'worker').flatMap((kind) => Array(workers - 1).fill(kind));
  for (const kind of [...kinds, ...more]) {
    supervisor.keep({
      name: kind.name,
      start: () => {
        const child = kind.start();
        child.once('message', () => {
          ready += 1;
        });
        if (child.pid !== undefined) pids[kind.name] = [...(pids[kind.name] ?? []), child.pid];
        return child;
      },
    });
  }
  try {
    await Promise.race([waitUntilReady(settings, AbortSignal.timeout(180_000)), broken.promise]);
  } catch (error) {
    const lines = (await readFile(path, 'utf8')).trim().split('\n').slice(-15).join('\n');
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${lines}`);
  }
  supervisor.steady();
  return { web: () => pids.web ?? [], worker: () => pids.worker ?? [], ready: () => ready };
}

/** The bench's own database as its superuser: seeding passes by row security, and settings are changed. */
export async function administratorUrl(ownerUrl: string, dataDir: string): Promise<string> {
  const { administrator } = await readPasswords(dataDir);
  const url = new URL(ownerUrl);
  url.username = 'postgres';
  url.password = administrator;
  return url.href;
}

/** The process id of the embedded PostgreSQL of a data folder. */
export async function postmaster(dataDir: string): Promise<number> {
  const text = await readFile(join(clusterPaths(dataDir).cluster, 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}
