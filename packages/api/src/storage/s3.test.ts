import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStorage, type Storage, storageKey } from './storage.ts';

/** As much of S3 as one small object needs. */
const objects = new Map<string, Buffer>();
let server: Server;
let storage: Storage;

beforeAll(async () => {
  server = createServer(async (req, res) => {
    const key = decodeURIComponent((req.url ?? '').split('?')[0] ?? '');
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part);
    const held = objects.get(key);
    if (req.method === 'PUT') objects.set(key, Buffer.concat(parts));
    if (req.method === 'DELETE') objects.delete(key);
    if (req.method !== 'GET')
      return res.writeHead(req.method === 'DELETE' ? 204 : 200, { etag: '"x"' }).end();
    if (!held) return res.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    const range = /bytes=(\d+)-(\d+)/.exec(req.headers.range ?? '');
    const body = range ? held.subarray(Number(range[1]), Number(range[2]) + 1) : held;
    return res.writeHead(range ? 206 : 200, { 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  storage = createStorage({
    kind: 's3',
    bucket: 'concord',
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

it('keeps, gives back by stretches and removes an object of a bucket', async () => {
  const bytes = randomBytes(100_000);
  const key = storageKey('course', randomUUID());
  await storage.check();
  await storage.put(key, pieces(bytes));
  expect(objects.get(`/concord/${key}`)?.equals(bytes)).toBe(true);
  expect((await all(await storage.get(key))).equals(bytes)).toBe(true);
  expect(
    (await all(await storage.get(key, { start: 5, end: 70_000 }))).equals(bytes.subarray(5, 70_001)),
  ).toBe(true);
  await storage.remove(key);
  await expect(storage.get(key)).rejects.toThrow();
});
