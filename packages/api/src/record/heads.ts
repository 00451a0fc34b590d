import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SignedHead } from './chain.ts';

const signedHead = z.strictObject({
  sequence: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  count: z.int().min(1),
  signedAt: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/** Where signed heads are kept outside the database. */
export const headsFile = (dataDir: string) => join(dataDir, 'record-heads.jsonl');

/** Keeps a head outside the database, flushed before anyone relies on it. */
export async function keepHead(dataDir: string, head: SignedHead): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = await open(headsFile(dataDir), 'a', 0o600);
  try {
    await file.write(`${JSON.stringify(head)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts the heads of a record that is given up aside: they stay evidence, and a new record begins. */
export async function setHeadsAside(dataDir: string): Promise<void> {
  const aside = `${headsFile(dataDir)}.${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(headsFile(dataDir), aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Every head kept here, oldest first; a last line cut by a crash is left out. */
export async function keptHeads(dataDir: string): Promise<SignedHead[]> {
  const text = await readFile(headsFile(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return readHeads(text);
}

/** Heads from a text: one JSON object, or one a line. */
export function readHeads(text: string): SignedHead[] {
  const whole = parse(text);
  if (whole) return [whole];
  return text.split('\n').flatMap((line) => parse(line) ?? []);
}

function parse(text: string): SignedHead | undefined {
  try {
    return signedHead.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
