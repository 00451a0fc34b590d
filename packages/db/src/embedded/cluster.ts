import { type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRoot, makePrivate, NOBODY, spawnAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedProblem } from './problem.ts';

/** The role that owns Concord's database; not a superuser, so embedded and real deployments behave alike. */
export const OWNER_ROLE = 'concord';

/** Passwords of the cluster, kept beside it with mode 600. */
export interface ClusterPasswords {
  administrator: string;
  owner: string;
}

/** Folders and files of one embedded cluster under the data folder. */
export function clusterPaths(dataDir: string) {
  return {
    cluster: join(dataDir, 'postgres'),
    passwords: join(dataDir, 'postgres.json'),
    owner: join(dataDir, 'postgres.owner.json'),
    log: join(dataDir, 'postgres.log'),
  };
}

/** Reads the passwords of a cluster that is there already. */
export async function readPasswords(dataDir: string): Promise<ClusterPasswords> {
  const file = clusterPaths(dataDir).passwords;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new EmbeddedProblem(
      'failed',
      `The database is there but ${file} is missing. Restore that file from a backup of the same folder.`,
    );
  });
  return JSON.parse(text) as ClusterPasswords;
}

/** Makes the cluster when there is none: built in a folder beside its place and renamed, so it is whole or absent. */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  const paths = clusterPaths(dataDir);
  const version = await readFile(join(paths.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (version.trim() === binaries.major) return;
    throw new EmbeddedProblem(
      'version',
      `The data in ${paths.cluster} is of PostgreSQL ${version.trim()}, this Concord brings ${binaries.major}. See "Upgrade" in docs/operations.md.`,
    );
  }
  if (await exists(paths.cluster)) {
    throw new EmbeddedProblem(
      'failed',
      `${paths.cluster} is no PostgreSQL data folder. Move it away and start again.`,
    );
  }
  log('Making the database.');
  const draft = `${paths.cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await makePrivate(draft);
  const passwords = { administrator: newPassword(), owner: newPassword() };
  await initialise(draft, binaries, passwords);
  await writeFile(paths.passwords, `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
  await rename(draft, paths.cluster);
}

async function initialise(draft: string, binaries: Binaries, passwords: ClusterPasswords): Promise<void> {
  const cluster = join(draft);
  const secret = `${draft}.password`;
  await writeFile(secret, passwords.administrator, { mode: 0o600 });
  if (isRoot()) await chown(secret, NOBODY, NOBODY);
  try {
    // C.UTF-8 lets trigram search see letters beyond ASCII; a system without it still gets ICU collation.
    const made = await initdb(binaries, cluster, secret, 'C.UTF-8');
    if (made.code !== 0) {
      await rm(cluster, { recursive: true, force: true });
      await makePrivate(cluster);
      const again = await initdb(binaries, cluster, secret, 'C');
      if (again.code !== 0) throw failure('initdb', again.output);
    }
  } finally {
    await rm(secret, { force: true });
  }
  // One statement per line, each in its own transaction, as single-user mode wants it.
  const statements = [
    `create role ${OWNER_ROLE} login createrole createdb password '${passwords.owner}'`,
    ...(Number(binaries.major) < 16
      ? []
      : [`alter role ${OWNER_ROLE} set createrole_self_grant = 'set, inherit'`]),
    `create database ${OWNER_ROLE} owner ${OWNER_ROLE}`,
  ];
  const single = await run(
    binaries.postgres,
    ['--single', '-j', '-c', 'log_min_messages=fatal', '-D', cluster, 'postgres'],
    statements.map((line) => `${line};\n\n`).join(''),
    { cwd: cluster },
  );
  if (single.code !== 0 || single.output.includes('ERROR')) throw failure('postgres --single', single.output);
}

function initdb(binaries: Binaries, cluster: string, secret: string, locale: string) {
  const args = ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8'];
  const places = ['--locale-provider=icu', '--icu-locale=und', `--locale=${locale}`, '-T', 'simple'];
  return run(binaries.initdb, [...args, ...places], '', {
    cwd: cluster,
  });
}

/** Runs one of PostgreSQL's programs to its end under PostgreSQL's account. */
function run(program: string, args: string[], input: string, options: SpawnOptions) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = spawn(program, args, {
      ...options,
      ...spawnAccount(),
      env: programEnvironment(),
      stdio: 'pipe',
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** PostgreSQL needs nothing of our environment, and must not see our secrets. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' } as unknown as NodeJS.ProcessEnv;
}

/** Makes the data folder; as root, others may walk through it to the cluster but not list it, whatever the umask. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  if (await exists(dataDir)) return;
  if (!(await exists(dirname(dataDir)))) await makeDataFolder(dirname(dataDir));
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, isRoot() ? 0o711 : 0o700);
}

function failure(program: string, output: string): EmbeddedProblem {
  const reason = output.trim().split('\n').slice(-3).join(' ');
  return new EmbeddedProblem('failed', `PostgreSQL could not be prepared (${program}): ${reason}`);
}

function newPassword(): string {
  return randomBytes(24).toString('hex');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
