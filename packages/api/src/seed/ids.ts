import { createHash } from 'node:crypto';

/**
 * The id of a seeded row: the same for the same key, in the form of a UUIDv7 whose time is `at`, so that seeded rows
 * sort among the others by when they happened.
 */
export function seedId(key: string, at: Date): string {
  const bytes = createHash('sha256').update(`concord demo ${key}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
