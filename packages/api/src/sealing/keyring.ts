import { createCipheriv, createDecipheriv, createHash, type KeyObject, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const MOST_KEYS = 5_000;

/** The key-encryption key, and the data keys it has unwrapped. Envelope encryption with AES-256-GCM (NIST SP 800-38D). */
export class Keyring {
  readonly kekId: string;
  readonly #kek: Buffer;
  readonly #dataKeys = new Map<string, Buffer>();

  constructor(kek: Buffer) {
    this.#kek = kek;
    this.kekId = createHash('sha256').update('concord kek id').update(kek).digest('hex').slice(0, 16);
  }

  /** A new data key, wrapped for the database. */
  create(containerId: string): { key: Buffer; wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: encrypt(this.#kek, key, `key:${containerId}`) };
  }

  unwrap(containerId: string, wrapped: Buffer): Buffer {
    return decrypt(this.#kek, wrapped, `key:${containerId}`);
  }

  cached(containerId: string): Buffer | undefined {
    return this.#dataKeys.get(containerId);
  }

  remember(containerId: string, key: Buffer): void {
    if (this.#dataKeys.size >= MOST_KEYS) this.#dataKeys.clear();
    this.#dataKeys.set(containerId, key);
  }

  /** Seals something small of the portal's own (a TOTP secret) with the key-encryption key itself. */
  sealSmall(text: string, aad: string): Buffer {
    return encrypt(this.#kek, Buffer.from(text, 'utf8'), aad);
  }

  openSmall(sealed: Buffer, aad: string): string {
    return decrypt(this.#kek, sealed, aad).toString('utf8');
  }
}

/** version ‖ nonce ‖ ciphertext ‖ tag, bound to `aad`. */
export function encrypt(key: Buffer | KeyObject, plain: Buffer, aad: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

/** Throws when the bytes, the key or the `aad` are not those it was sealed with. */
export function decrypt(key: Buffer | KeyObject, sealed: Buffer, aad: string): Buffer {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG) throw new Error('Not a sealed value.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE))
    .setAAD(Buffer.from(aad, 'utf8'))
    .setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, -TAG)), decipher.final()]);
}
