import { randomBytes } from 'node:crypto';

/** A fresh token for a session or a link: 256 random bits. Only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}
