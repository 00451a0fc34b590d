import { addMonthsToDay, dayIn, endOfDay } from '../../days.ts';

/** What a reader is told of a credential; `unknown` is for an id that names none. */
export type CredentialState = 'valid' | 'expired' | 'revoked';

export type CredentialDates = { validUntil: Date | null; revokedAt: Date | null };

/** Where a credential stands; revoked is said before expired, since it says more. */
export function credentialState({ validUntil, revokedAt }: CredentialDates, now: Date): CredentialState {
  if (revokedAt !== null) return 'revoked';
  return validUntil !== null && now >= validUntil ? 'expired' : 'valid';
}

/**
 * Until when what is issued now is valid; null for ever. It ends with the day in the alliance's zone, whatever the hour
 * at which it was earned; 29 February and a year is 28 February.
 */
export function validUntil(issuedAt: Date, validityMonths: number | null, zone: string): Date | null {
  return validityMonths === null
    ? null
    : endOfDay(addMonthsToDay(dayIn(issuedAt, zone), validityMonths), zone);
}

/** The digits of a public id: no letter that reads like another. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A public id from 20 random bytes: a hundred bits that nobody guesses, in four groups that can be typed. */
export function publicIdFrom(random: Uint8Array): string {
  const digits = [...random.slice(0, 20)].map((byte) => DIGITS[byte & 31]).join('');
  return (digits.match(/.{5}/g) ?? []).join('-');
}

/** A public id as somebody typed it from paper: any case, any spaces or dashes, o for 0, i or l for 1. */
export function readPublicId(typed: string): string | null {
  const digits = typed
    .toLowerCase()
    .replace(/[\s‐-―-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  if (digits.length !== 20 || [...digits].some((digit) => !DIGITS.includes(digit))) return null;
  return (digits.match(/.{5}/g) ?? []).join('-');
}
