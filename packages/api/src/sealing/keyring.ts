import { createCipheriv, createDecipheriv, createHash, type KeyObject, randomBytes } from 'node:crypto';

const VERSION = 1;
/** Something small names the key that sealed it, so that a new key finds what is still under an old one. */
const NAMED = 2;
const NONCE = 12;
const TAG = 16;
const KEY_ID = 8;
const MOST_KEYS = 5_000;

/** What is sealed under a key that neither CONCORD_KEY nor CONCORD_KEY_PREVIOUS holds. */
export class UnknownKey extends Error {
  constructor(kekId: string) {
    super(`It is sealed under key ${kekId}, which is neither CONCORD_KEY nor in CONCORD_KEY_PREVIOUS.`);
    this.name = 'UnknownKey';
  }
}

/**
 * The key-encryption keys, and the data keys they have unwrapped: seals with the present one and opens with previous
 * ones too. Envelope encryption with AES-256-GCM (NIST SP 800-38D).
 */
export class Keyring {
  /** Names the present key without giving it away. */
  readonly kekId: string;
  /** The present key's name and the previous ones', newest first. */
  readonly known: readonly string[];
  readonly #keks: ReadonlyMap<string, Buffer>;
  readonly #kek: Buffer;
  readonly #dataKeys = new Map<string, Buffer>();

  constructor(kek: Buffer, previous: readonly Buffer[] = []) {
    this.#kek = kek;
    this.kekId = keyId(kek);
    this.#keks = new Map([kek, ...previous].map((one) => [keyId(one), one]));
    this.known = [...this.#keks.keys()];
  }

  /** A new data key, wrapped for the database. */
  create(containerId: string): { key: Buffer; wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: this.wrap(containerId, key) };
  }

  /** A data key under the present key. */
  wrap(containerId: string, key: Buffer): Buffer {
    return encrypt(this.#kek, key, `key:${containerId}`);
  }

  /** Throws `UnknownKey`, or when the bytes are not what was wrapped for this container. */
  unwrap(containerId: string, wrapped: Buffer, kekId: string): Buffer {
    return decrypt(this.#named(kekId), wrapped, `key:${containerId}`);
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
    return Buffer.concat([
      smallPrefix(this.kekId),
      encrypt(this.#kek, Buffer.from(text, 'utf8'), aad).subarray(1),
    ]);
  }

  openSmall(sealed: Buffer, aad: string): string {
    if (sealed[0] !== NAMED) return this.#openUnnamed(sealed, aad).toString('utf8');
    const kek = this.#named(sealed.subarray(1, 1 + KEY_ID).toString('hex'));
    const rest = Buffer.concat([Buffer.of(VERSION), sealed.subarray(1 + KEY_ID)]);
    return decrypt(kek, rest, aad).toString('utf8');
  }

  /** What was sealed before keys were named: by whichever opens it. */
  #openUnnamed(sealed: Buffer, aad: string): Buffer {
    let refusal: unknown;
    for (const kek of this.#keks.values()) {
      try {
        return decrypt(kek, sealed, aad);
      } catch (error) {
        refusal ??= error;
      }
    }
    throw refusal;
  }

  #named(kekId: string): Buffer {
    const kek = this.#keks.get(kekId);
    if (!kek) throw new UnknownKey(kekId);
    return kek;
  }
}

/** How everything small begins that this key sealed: nine bytes, twelve characters of base64. */
export function smallPrefix(kekId: string): Buffer {
  return Buffer.concat([Buffer.of(NAMED), Buffer.from(kekId, 'hex')]);
}

function keyId(kek: Buffer): string {
  return createHash('sha256')
    .update('concord kek id')
    .update(kek)
    .digest('hex')
    .slice(0, 2 * KEY_ID);
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
