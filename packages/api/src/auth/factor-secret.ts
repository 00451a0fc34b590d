import type { Keyring } from '../sealing/keyring.ts';

/**
 * What is kept of a second factor, sealed: the secret that counts, and beside it what was shown but not yet
 * confirmed (a new secret, new recovery codes).
 */
export type Factor = { secret?: string; next?: string; codes?: string[] };

/** Seals a person's second factor under the key-encryption key, bound to the person. */
export function sealFactor(keys: Keyring, personId: string, factor: Factor): Buffer {
  return keys.sealSmall(JSON.stringify(factor), aadOfFactor(personId));
}

/** Opens it again; throws when it was changed or belongs to somebody else. */
export function openFactor(keys: Keyring, personId: string, sealed: Buffer | null): Factor {
  return sealed === null ? {} : (JSON.parse(keys.openSmall(sealed, aadOfFactor(personId))) as Factor);
}

/** For the seed and for tests: a factor that is confirmed from the start (`account_secret.totp_sealed`). */
export function sealTotp(keys: Keyring, personId: string, secret: string): Buffer {
  return sealFactor(keys, personId, { secret });
}

/** What a person's factor is bound to. */
export function aadOfFactor(personId: string): string {
  return `second factor of ${personId}`;
}
