import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { link as hardLink, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Head, headBytes, type SignedHead } from './chain.ts';

const keyFile = z.strictObject({
  current: z.string(),
  privateKey: z.string(),
  /** Every key there ever was: old signatures stay verifiable. */
  publicKeys: z.record(z.string(), z.string()),
});
type KeyFile = z.infer<typeof keyFile>;

/** The keys that sign heads, kept in the data folder and never in the database. */
export interface RecordKeys {
  /** The key that signs now. */
  id: string;
  sign(head: Omit<Head, 'keyId'>): SignedHead;
  /** Whether one of our keys, past or present, signed it. */
  verify(head: SignedHead): boolean;
  /** Signs other bytes with the key that signs now; its public half (SPKI in PEM) goes with them. */
  signBytes(bytes: Buffer): SignedBytes;
}

/** A signature in base64, and the key that checks it. */
export interface SignedBytes {
  keyId: string;
  publicKey: string;
  signature: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'record-key.json');

/** The keys of this installation; the first is made when there is none. */
export async function loadRecordKeys(dataDir: string): Promise<RecordKeys> {
  return keysOf((await readKeys(dataDir)) ?? (await makeKeys(dataDir)));
}

/** The keys of this installation, or undefined where nothing was ever signed. */
export async function existingRecordKeys(dataDir: string): Promise<RecordKeys | undefined> {
  const file = await readKeys(dataDir);
  return file && keysOf(file);
}

/** Replaces the signing key; what the old one signed is still verified. */
export async function rotateRecordKey(dataDir: string): Promise<RecordKeys> {
  const old = await readKeys(dataDir);
  if (!old) return loadRecordKeys(dataDir);
  const made = freshKey();
  const file = { ...made, publicKeys: { ...old.publicKeys, ...made.publicKeys } };
  await rename(await writeDraft(dataDir, file), fileIn(dataDir));
  return keysOf(file);
}

function keysOf(file: KeyFile): RecordKeys {
  const privateKey = createPrivateKey(file.privateKey);
  const publicKeys = new Map(Object.entries(file.publicKeys).map(([id, key]) => [id, createPublicKey(key)]));
  return {
    id: file.current,
    sign(head) {
      const named = { ...head, keyId: file.current };
      return { ...named, signature: sign(null, headBytes(named), privateKey).toString('base64') };
    },
    verify: (head) => isSigned(head, publicKeys.get(head.keyId)),
    signBytes: (bytes) => ({
      keyId: file.current,
      publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
      signature: sign(null, bytes, privateKey).toString('base64'),
    }),
  };
}

function isSigned(head: SignedHead, key: KeyObject | undefined): boolean {
  return key !== undefined && verify(null, headBytes(head), key, Buffer.from(head.signature, 'base64'));
}

function freshKey(): KeyFile {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicText = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const id = createHash('sha256').update(publicText).digest('hex').slice(0, 16);
  return {
    current: id,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeys: { [id]: publicText },
  };
}

async function readKeys(dataDir: string): Promise<KeyFile | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return keyFile.parse(JSON.parse(text));
  } catch {
    throw new Error(`${fileIn(dataDir)} is damaged. Restore it from a backup: it proves what was sealed.`);
  }
}

/** Of two processes that make the first key, one wins and both use its key. */
async function makeKeys(dataDir: string): Promise<KeyFile> {
  await mkdir(dataDir, { recursive: true });
  const made = freshKey();
  const draft = await writeDraft(dataDir, made);
  try {
    await hardLink(draft, fileIn(dataDir));
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readKeys(dataDir)) ?? made;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(dataDir: string, file: KeyFile): Promise<string> {
  const draft = `${fileIn(dataDir)}.${process.pid}.${file.current}`;
  await writeFile(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}
