import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * What is kept of a second factor, sealed: the secret that counts, and beside it what was shown but not yet
 * confirmed (a new secret, new recovery codes).
 */
export type Factor = { secret?: string; next?: string; codes?: string[] };

const NONCE = 12;
const TAG = 16;

/** Seals a person's second factor under the key-encryption key, bound to the person. */
export function sealFactor(key: Buffer, personId: string, factor: Factor): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', factorKey(key), nonce);
  cipher.setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(factor), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens it again; throws when it was changed or belongs to somebody else. */
export function openFactor(key: Buffer, personId: string, sealed: Buffer | null): Factor {
  if (sealed === null) return {};
  const decipher = createDecipheriv('aes-256-gcm', factorKey(key), sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(personId));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as Factor;
}

/** For the seed and for tests: a factor that is confirmed from the start. */
export function sealTotp(key: Buffer, personId: string, secret: string): Buffer {
  return sealFactor(key, personId, { secret });
}

function factorKey(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'concord second factor', 32));
}
