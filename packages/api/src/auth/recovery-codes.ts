import { createHash, randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const COUNT = 10;
const LENGTH = 16;

/** Ten codes of 79 random bits each, in groups of four as they are shown. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return code.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What is stored of a recovery code; how it was typed does not matter. */
export function hashRecoveryCode(personId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`${personId} ${plain}`).digest('hex');
}

/** Whether what was typed has the shape of a recovery code rather than of an authenticator's. */
export function looksLikeRecoveryCode(code: string): boolean {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '').length === LENGTH;
}
