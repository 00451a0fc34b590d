import { z } from 'zod';
import type { Link } from './rules.ts';
import type { DecisionSheet } from './sheet.ts';

/** The format of an exported decision (docs/formats/decision.md). */
export const FILE_FORMAT = 'concord-decision/1';

const hex = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256 in hex' });

/** An exported decision as a file holds it; the sheet is judged as it stands, not as a reader would tidy it up. */
export const decisionFile = z.strictObject({
  format: z.literal(FILE_FORMAT, { error: `is not ${FILE_FORMAT}` }),
  sheet: z.record(z.string(), z.json()),
  hash: hex,
  previous: hex,
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    keyId: z.string(),
    publicKey: z.string(),
    fingerprint: hex,
    value: z.string(),
  }),
});
export type DecisionFile = z.infer<typeof decisionFile>;

/** A signature with the key that checks it. */
export type Signature = { keyId: string; publicKey: string; fingerprint: string; value: string };

/** A decision as a file: laid out to be read, since what is hashed is the canonical form of `sheet`. */
export function fileOf(sheet: DecisionSheet, { hash, previous }: Link, signature: Signature): DecisionFile {
  const { keyId, publicKey, fingerprint, value } = signature;
  return {
    format: FILE_FORMAT,
    sheet: sheet as unknown as DecisionFile['sheet'],
    hash,
    previous,
    signature: { algorithm: 'Ed25519', keyId, publicKey, fingerprint, value },
  };
}
