import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../env.ts';
import { childEnvironment } from './child-environment.ts';
import { assertPortFree, freePorts } from './ports.ts';
import { claimDataFolder } from './running.ts';

const bytes = Buffer.alloc(32, 3).toString('base64');
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'concord-launch-'));
  await chmod(dataDir, 0o711);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('the environment of a serving process', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgres://owner:owners-password@db.example/concord',
    CONCORD_SECRET: bytes,
    CONCORD_KEY: bytes,
    CONCORD_URL: 'https://concord.example',
    CONCORD_CONTENT_URL: 'https://content.example',
    PORT: '8080',
    CONCORD_DATA: '/srv/concord',
  });
  if (Array.isArray(settings)) throw new Error('refused');

  it("is read to the same settings, without the owner's password", () => {
    const env = childEnvironment(settings, 'production');
    expect(Object.values(env).join()).not.toContain('owners-password');
    expect(readSettings(env)).toEqual({
      ...settings,
      embedded: false,
      database: { ...settings.database, ownerUrl: undefined },
    });
  });
});

describe('the data folder', () => {
  it('is claimed by one process at a time, which is named with its address', async () => {
    const release = await claimDataFolder(dataDir, 'http://localhost:3000');
    await expect(claimDataFolder(dataDir, 'http://localhost:4000')).rejects.toThrow(
      `Concord is already running at http://localhost:3000 (process ${process.pid})`,
    );
    await release();
    await (await claimDataFolder(dataDir, 'http://localhost:4000'))();
    expect(await readFile(join(dataDir, 'running.json'), 'utf8').catch(() => 'gone')).toBe('gone');
  });
});

describe('a port', () => {
  it('that is taken is a sentence', async () => {
    const port = await freePorts();
    await assertPortFree(port, 'Choose another one.');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await expect(assertPortFree(port, 'Choose another one.')).rejects.toThrow(
      `Port ${port} is used by another program. Choose another one.`,
    );
    await new Promise((resolve) => server.close(resolve));
  });
});
