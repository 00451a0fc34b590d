import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The account PostgreSQL runs under when Concord is started by root: nobody, which exists everywhere. */
export const NOBODY = 65534;

/** Where root keeps what the checkout cannot offer to another account. */
export const ROOT_HOME = '/var/lib/concord';

/** Whether this process is root, under which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account to spawn PostgreSQL with: nobody for root, else the user's own. */
export function spawnAccount(): { uid?: number; gid?: number } {
  return isRoot() ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Whether an account that owns nothing can walk to a folder: every folder above it, and itself, has o+x. */
export async function reachableByOthers(path: string): Promise<boolean> {
  let folder = await nearestExisting(resolve(path));
  for (;;) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    const above = dirname(folder);
    if (above === folder) return true;
    folder = above;
  }
}

/** The data folder to use for the one wished for: another one when root's PostgreSQL account could not reach it. */
export async function dataPlace(wished: string): Promise<{ folder: string; moved: boolean }> {
  const folder = resolve(wished);
  if (!isRoot() || (await reachableByOthers(folder))) return { folder, moved: false };
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return { folder: join(ROOT_HOME, name), moved: true };
}

/** Makes a folder that only PostgreSQL's account may enter. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (isRoot()) await chown(folder, NOBODY, NOBODY);
}

async function nearestExisting(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  return found ?? nearestExisting(dirname(path));
}
