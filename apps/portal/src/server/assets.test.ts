import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findCompressed, serveCompressed } from './assets.ts';

it('answers with the compressed copy to a browser that reads it, and to no other', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'assets-'));
  await writeFile(join(directory, 'a.js.br'), brotliCompressSync('let a = 1'));
  const assets = await findCompressed(directory);
  const server = createServer((request, response) => {
    if (!serveCompressed(request, response, assets)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ask = (path: string, encoding: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static/${path}`, {
      headers: { 'Accept-Encoding': encoding },
    });
  const answer = await ask('a.js', 'gzip, br');
  expect(answer.headers.get('content-type')).toContain('text/javascript');
  expect(await answer.text()).toBe('let a = 1');
  expect((await ask('a.js', 'gzip')).status).toBe(404);
  expect((await ask('a.js', 'br;q=0')).status).toBe(404);
  expect((await ask('../a.js', 'br')).status).toBe(404);
  server.close();
});

it('finds nothing where nothing was built', async () => {
  expect((await findCompressed('/nowhere')).size).toBe(0);
});
