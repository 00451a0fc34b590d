import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const portal = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the pages, then puts a compressed copy beside each text file that browsers fetch. */
async function build(): Promise<void> {
  const code = await buildPages();
  if (code === 0) await compressBuild(join(portal, '.next/static'));
  process.exitCode = code;
}

function buildPages(): Promise<number> {
  const next = join(portal, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], { cwd: portal, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function compressBuild(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(css|js|json|svg)$/.test(entry.name));
  await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))));
}

async function compressFile(file: string): Promise<void> {
  const plain = await readFile(file);
  const small = await compress(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  await writeFile(`${file}.br`, small);
}

await build();
