import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { postgresAt } from './address.ts';
import { dataPlace, isRoot, reachableByOthers } from './embedded/account.ts';
import { clusterPaths } from './embedded/cluster.ts';
import { startOf, waitForEnd } from './embedded/processes.ts';
import { runningEmbedded, startEmbedded, withEmbedded } from './embedded.ts';

const slow = { timeout: 60_000 };
let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(isRoot() ? '/var/tmp' : tmpdir(), 'concord-embedded-'));
  if (isRoot()) await chmod(parent, 0o711);
});
afterAll(() => rm(parent, { recursive: true, force: true }));

async function one(ownerUrl: string): Promise<Record<string, unknown>> {
  const sql = postgresAt(ownerUrl, { max: 1 });
  const [row] = await sql`
    select (select rolsuper from pg_roles where rolname = current_user) as superuser,
      current_setting('timezone') as zone, current_setting('server_encoding') as encoding,
      current_setting('max_connections') as connections, current_setting('synchronous_commit') as durable`;
  await sql.end();
  return { ...row };
}

/** Another process that starts the database and stays, so that it can be killed. */
async function startElsewhere(dataDir: string): Promise<{ kill(): Promise<void>; serverPid: number }> {
  const code = `const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))});
    const db = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(db.pid); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const serverPid = await new Promise<number>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await waitForEnd(child.pid ?? 0, 5000);
  };
  return { kill, serverPid };
}

describe('the embedded database', () => {
  it('makes its cluster once, serves an owner that is no superuser, and stops', slow, async () => {
    const dataDir = join(parent, 'once');
    const lines: string[] = [];
    const first = await startEmbedded({ dataDir, log: (line) => lines.push(line) });
    expect(await one(first.ownerUrl)).toEqual({
      superuser: false,
      zone: 'UTC',
      encoding: 'UTF8',
      connections: '200',
      durable: 'on',
    });
    expect(await runningEmbedded(dataDir)).toEqual({ ownerUrl: first.ownerUrl, port: first.port });
    const { cluster } = clusterPaths(dataDir);
    expect(new URL(first.ownerUrl).searchParams.get('host')).toBe(cluster);
    expect((await stat(cluster)).mode & 0o077).toBe(0);
    await first.stop();
    expect(await startOf(first.pid)).toBeUndefined();
    expect(await runningEmbedded(dataDir)).toBeUndefined();
    expect((await stat(clusterPaths(dataDir).passwords)).mode & 0o777).toBe(0o600);

    const second = await startEmbedded({ dataDir, log: (line) => lines.push(line) });
    await second.stop();
    expect(lines.filter((line) => line === 'Making the database.')).toHaveLength(1);
  });

  it(
    'answers by its port alone where a socket of the file system would have too long a path',
    slow,
    async () => {
      const dataDir = join(parent, 'a-long-way-down-'.repeat(6));
      await withEmbedded({ dataDir }, async (ownerUrl) => {
        expect(new URL(ownerUrl).search).toBe('');
        expect(await one(ownerUrl)).toMatchObject({ encoding: 'UTF8' });
      });
    },
  );

  it('lets nobody in without the password', slow, async () => {
    await withEmbedded({ dataDir: join(parent, 'once') }, async (ownerUrl) => {
      const url = new URL(ownerUrl);
      url.password = 'wrong';
      await expect(one(url.toString())).rejects.toThrow(/password/);
    });
  });

  it('names the running one to a second start, and lets a verb use it', slow, async () => {
    const dataDir = join(parent, 'once');
    const first = await startEmbedded({ dataDir });
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`already running at 127.0.0.1:${first.port}`);
    expect(await withEmbedded({ dataDir }, async (ownerUrl) => ownerUrl)).toBe(first.ownerUrl);
    expect(await startOf(first.pid)).toBeDefined();
    await first.stop();
  });

  it('ends the server of a killed owner and starts again with what was committed', slow, async () => {
    const dataDir = join(parent, 'killed');
    const elsewhere = await startElsewhere(dataDir);
    const running = await runningEmbedded(dataDir);
    const sql = postgresAt(running?.ownerUrl ?? '', { max: 1 });
    await sql`create table kept (id int)`;
    await sql`insert into kept values (1)`;
    await sql.end();
    await elsewhere.kill();
    expect(await startOf(elsewhere.serverPid)).toBeDefined();
    const again = await startEmbedded({ dataDir });
    expect(again.pid).not.toBe(elsewhere.serverPid);
    expect(await startOf(elsewhere.serverPid)).toBeUndefined();
    await again.stop();
  });

  it('recovers when the server itself was killed', slow, async () => {
    const dataDir = join(parent, 'killed');
    const elsewhere = await startElsewhere(dataDir);
    process.kill(elsewhere.serverPid, 'SIGKILL');
    await elsewhere.kill();
    const again = await startEmbedded({ dataDir });
    const sockets = (await readdir(clusterPaths(dataDir).cluster)).filter((name) => name.startsWith('.s.'));
    expect(sockets.sort()).toEqual([`.s.PGSQL.${again.port}`, `.s.PGSQL.${again.port}.lock`]);
    const sql = postgresAt(again.ownerUrl, { max: 1 });
    expect([...(await sql`select id from kept`)]).toEqual([{ id: 1 }]);
    await sql.end();
    await again.stop();
  });

  it('starts a server that ended unasked again, where its users look for it', slow, async () => {
    const database = await startEmbedded({ dataDir: join(parent, 'killed') });
    const killed = database.pid;
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(database.pid).not.toBe(killed), { timeout: 20_000 });
    expect(await one(database.ownerUrl)).toMatchObject({ encoding: 'UTF8' });
    await database.stop();
    expect(await runningEmbedded(join(parent, 'killed'))).toBeUndefined();
  });

  it('is not misled by a lock file whose process number now belongs to something else', slow, async () => {
    const dataDir = join(parent, 'killed');
    await writeFile(
      join(clusterPaths(dataDir).cluster, 'postmaster.pid'),
      `${process.pid}\n/nowhere\n1\n5432\n\n\n\nready\n`,
    );
    await writeFile(clusterPaths(dataDir).owner, JSON.stringify({ pid: process.pid, startedAt: '1' }));
    expect(await runningEmbedded(dataDir)).toBeUndefined();
    await (await startEmbedded({ dataDir })).stop();
  });

  it('throws a half-made cluster away', slow, async () => {
    const dataDir = join(parent, 'half');
    await mkdir(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    await (await startEmbedded({ dataDir })).stop();
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log']);
  });

  it('lets one of two simultaneous first starts win', slow, async () => {
    const dataDir = join(parent, 'race');
    const results = await Promise.allSettled([startEmbedded({ dataDir }), startEmbedded({ dataDir })]);
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
    expect(won).toHaveLength(1);
    expect(lost[0]?.message).toMatch(/already running|at this moment/);
    await Promise.all(won.map((database) => database.stop()));
  });

  it('refuses the data of another major version with a sentence', slow, async () => {
    const dataDir = join(parent, 'old');
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(startEmbedded({ dataDir })).rejects.toThrow('is of PostgreSQL 15');
    expect(await readFile(clusterPaths(dataDir).owner, 'utf8').catch(() => 'gone')).toBe('gone');
  });

  it('moves root away from a folder its PostgreSQL account cannot reach', async () => {
    const closed = join(parent, 'closed');
    await mkdir(closed, { mode: 0o700 });
    expect(await reachableByOthers(join(closed, 'concord', '.concord'))).toBe(false);
    const place = await dataPlace(join(closed, 'concord', '.concord'));
    expect(place.moved).toBe(isRoot());
    expect(place.folder.startsWith(isRoot() ? '/var/lib/concord/' : closed)).toBe(true);
  });
});
