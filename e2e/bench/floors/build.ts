import { spawn } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const floor = fileURLToPath(new URL('../floor', import.meta.url));
const sources = ['app/page.jsx', 'app/layout.jsx', 'next.config.mjs'];

/** Builds the floor's page once; again when it has changed. */
export async function buildFloor(): Promise<void> {
  if (!(await isStale())) return;
  await rm(join(floor, '.next'), { recursive: true, force: true });
  const require = createRequire(import.meta.url);
  const child = spawn(process.execPath, [require.resolve('next/dist/bin/next'), 'build'], {
    cwd: floor,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code === 0) return;
  throw new Error(`The floor's page could not be built.\n${Buffer.concat(parts).toString().slice(-2000)}`);
}

async function isStale(): Promise<boolean> {
  const built = await stat(join(floor, '.next/BUILD_ID')).catch(() => undefined);
  if (!built) return true;
  const changed = await Promise.all(sources.map(async (name) => (await stat(join(floor, name))).mtimeMs));
  return Math.max(...changed) > built.mtimeMs;
}
