import { hash, parseOptions, verify } from '@node-rs/argon2';

/** argon2id, which is the library's default, at today's least cost. Raise them here: sign-in hashes anew. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of nobody's password: verifying against it takes as long as against a real one. */
let nobody: Promise<string> | undefined;

/** Hashes a password for `account_secret.password_hash`. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Whether the password is the right one. Without a stored hash the answer is no, after the same work. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('the password of nobody at all');
  const right = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return stored !== null && right;
}

/** Whether a hash was made at a lower cost than today's. */
export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored);
  return (
    made.memoryCost < COST.memoryCost ||
    made.timeCost < COST.timeCost ||
    !stored.startsWith('$argon2id$') ||
    made.parallelism !== COST.parallelism
  );
}
