import { createHash } from 'node:crypto';

/** The password of everybody in the demo alliance. It opens nothing outside demo data. */
export const demoPassword = 'copper lantern on the quay';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The authenticator secret of a person of the demo alliance, in base32: the same on every machine. */
export function demoTotpSecret(personKey: string): string {
  const bytes = createHash('sha256').update(`demo authenticator of ${personKey}`).digest().subarray(0, 20);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group, 2)]).join('');
}

const CODE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;

/** The recovery codes of a person of the demo alliance, in the form the portal makes them. */
export function demoRecoveryCodes(personKey: string): string[] {
  return Array.from({ length: CODES }, (_, index) => {
    const bytes = createHash('sha256').update(`demo recovery code ${index} of ${personKey}`).digest();
    const letters = [...bytes.subarray(0, 16)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]);
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}
