import { createHmac, randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** 32 bytes in base64: the form of CONCORD_SECRET and CONCORD_KEY. */
export const secretBytes = z
  .string()
  .transform((text) => Buffer.from(text.trim(), 'base64'))
  .refine((bytes) => bytes.length === 32);

/** What signs (secret) and what seals content (key). */
export interface Secrets {
  secret: Buffer;
  key: Buffer;
}

/** Passwords of the roles Concord connects as; the same secret always gives the same ones. */
export interface RolePasswords {
  app: string;
  worker: string;
  sealer: string;
}

const secretsFile = z.strictObject({ secret: secretBytes, key: secretBytes });

/** The secrets of an embedded installation: made once, then always the same. Losing the file loses the content. */
export async function ownSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return makeSecrets(file);
  try {
    return secretsFile.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${file} is damaged. Restore it from a backup: without it, sealed content cannot be opened.`,
    );
  }
}

async function makeSecrets(file: string): Promise<Secrets> {
  const secrets = { secret: randomBytes(32), key: randomBytes(32) };
  const text = JSON.stringify({
    secret: secrets.secret.toString('base64'),
    key: secrets.key.toString('base64'),
  });
  const draft = `${file}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await rename(draft, file);
  return secrets;
}

/** Derives the roles' passwords, so that nobody has to invent, store and pass on three more. */
export function rolePasswords(secret: Buffer): RolePasswords {
  const derive = (role: string) =>
    createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
  return { app: derive('concord_app'), worker: derive('concord_worker'), sealer: derive('concord_sealer') };
}

/** The same database as another role. */
export function asRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}
