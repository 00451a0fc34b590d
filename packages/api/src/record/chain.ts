import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';

/** An entry as it is hashed: every column, as the database writes it in text (instants to the microsecond, in UTC). */
export interface SealableEntry {
  readonly [column: string]: string | null;
  readonly id: string;
  readonly at: string;
}

/** A statement over the whole chain so far: its last link and how many entries it holds. */
export interface Head {
  sequence: number;
  hash: string;
  count: number;
  signedAt: string;
  keyId: string;
}

/** A head with the signature that makes it worth keeping elsewhere. */
export interface SignedHead extends Head {
  signature: string;
}

/** What the first link is chained to. */
export const GENESIS = '0'.repeat(64);

/** The hash of one entry. */
export function entryHash(entry: SealableEntry): string {
  return sha256(`concord record entry\n${canonical(entry)}`);
}

/** A link: it binds an entry to its place and to everything before it. */
export function link(previous: string, sequence: number, entry: SealableEntry): string {
  return sha256(`concord record link\n${canonical({ previous, sequence, entry: entryHash(entry) })}`);
}

/** The bytes a head's signature is over. */
export function headBytes({ sequence, hash, count, signedAt, keyId }: Head): Buffer {
  return Buffer.from(`concord record head\n${canonical({ sequence, hash, count, signedAt, keyId })}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
