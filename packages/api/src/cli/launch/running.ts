import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataFolder } from '@concord/db/embedded/cluster';
import { isAlive, ownMark, type ProcessMark } from '@concord/db/embedded/processes';
import { Refusal } from '../verb.ts';

interface Running extends ProcessMark {
  url: string;
}

/** Remembers in the data folder who serves from it; refuses with the address when somebody already does. */
export async function claimDataFolder(dataDir: string, url: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'running.json');
  const running = await read(file);
  if (running && (await isAlive(running))) {
    throw new Refusal(
      `Concord is already running at ${running.url} (process ${running.pid}). Open that address, or stop it first: kill ${running.pid}`,
    );
  }
  await makeDataFolder(dataDir);
  await writeFile(file, JSON.stringify({ ...(await ownMark()), url }), { mode: 0o600 });
  return () => rm(file, { force: true });
}

async function read(file: string): Promise<Running | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Running;
  } catch {
    return undefined;
  }
}
