import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { reads } from './encoding.ts';

const PREFIX = '/_next/static/';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

type Asset = { file: string; size: number; type: string };

/** The build's hashed files that have a compressed copy beside them, by the path they are asked under. */
export async function findCompressed(directory: string): Promise<Map<string, Asset>> {
  const found = new Map<string, Asset>();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.br')) continue;
    const file = join(entry.parentPath, entry.name);
    const plain = file.slice(0, -3);
    const type = types[extname(plain)];
    if (type) {
      const path = PREFIX + relative(directory, plain).replaceAll(sep, '/');
      found.set(path, { file, size: (await stat(file)).size, type });
    }
  }
  return found;
}

/**
 * Answers with the copy compressed at build time, smaller than what could be made for each request and free of
 * its cost. False when there is none, or the browser does not read it: then Next answers.
 */
export function serveCompressed(
  request: IncomingMessage,
  response: ServerResponse,
  assets: ReadonlyMap<string, Asset>,
): boolean {
  const asset = assets.get((request.url ?? '').split('?', 1)[0] ?? '');
  if (!asset || request.method !== 'GET' || !reads(request.headers['accept-encoding'], 'br')) return false;
  response.writeHead(200, {
    'Content-Type': asset.type,
    'Content-Encoding': 'br',
    'Content-Length': asset.size,
    Vary: 'Accept-Encoding',
  });
  createReadStream(asset.file)
    .on('error', () => response.destroy())
    .pipe(response);
  return true;
}
