import { createHmac, randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fields } from './fields.ts';

/** 32 bytes in base64: the form of CONCORD_SECRET and CONCORD_KEY. */
export const secretBytes = z
  .string()
  .transform((text) => Buffer.from(text.trim(), 'base64'))
  .refine((bytes) => bytes.length === 32);

/** What signs (secret), what seals content (key), and what opens beside it until everything is under the present one. */
export interface Secrets {
  secret: Buffer;
  key: Buffer;
  previousKeys: Buffer[];
}

/** As many keys as one may have before the last rotation is finished. */
const MOST_PREVIOUS = 4;
const severalKeys = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(secretBytes).max(MOST_PREVIOUS));

/** Keys that are opened with beside the present one; the present one among them is a mistake that would hide another. */
export function readPreviousKeys(fields: Fields, present: Buffer | undefined): Buffer[] {
  const remedy = `at most ${MOST_PREVIOUS} keys of 32 bytes in base64 each, separated by spaces`;
  const keys = fields.secret('CONCORD_KEY_PREVIOUS', severalKeys, remedy) ?? [];
  if (present && keys.some((key) => key.equals(present)))
    fields.report(
      'CONCORD_KEY_PREVIOUS',
      'CONCORD_KEY_PREVIOUS holds CONCORD_KEY itself: leave it out there.',
    );
  return keys;
}

/** Passwords of the roles Concord connects as; the same secret always gives the same ones. */
export interface RolePasswords {
  app: string;
  worker: string;
  sealer: string;
}

const secretsFile = z
  .strictObject({ secret: secretBytes, key: secretBytes, previous: z.array(secretBytes).optional() })
  .transform(({ secret, key, previous }) => ({ secret, key, previousKeys: previous ?? [] }));

/** The secrets of an embedded installation: made once, then always the same. Losing the file loses the content. */
export async function ownSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    const secrets = { secret: randomBytes(32), key: randomBytes(32), previousKeys: [] };
    await writeSecrets(dataDir, secrets);
    return secrets;
  }
  try {
    return secretsFile.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${file} is damaged. Restore it from a backup: without it, sealed content cannot be opened.`,
    );
  }
}

/** An embedded installation's next key; the present one becomes a previous one. It is on disk before it is used. */
export async function replaceOwnKey(dataDir: string): Promise<Secrets> {
  const { secret, key, previousKeys } = await ownSecrets(dataDir);
  const secrets = { secret, key: randomBytes(32), previousKeys: [key, ...previousKeys] };
  await writeSecrets(dataDir, secrets);
  return secrets;
}

/** Forgets the previous keys: what is still under one of them is lost. */
export async function dropOwnPreviousKeys(dataDir: string): Promise<void> {
  await writeSecrets(dataDir, { ...(await ownSecrets(dataDir)), previousKeys: [] });
}

async function writeSecrets(dataDir: string, { secret, key, previousKeys }: Secrets): Promise<void> {
  const [first, second, ...others] = [secret, key, ...previousKeys].map((one) => one.toString('base64'));
  const text = JSON.stringify({ secret: first, key: second, ...(others.length > 0 && { previous: others }) });
  const file = join(dataDir, 'secrets.json');
  const draft = `${file}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await rename(draft, file);
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
