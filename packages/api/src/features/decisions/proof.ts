import { createHash, createPublicKey, verify } from 'node:crypto';
import { type Canonical, canonical } from '../../record/canonical.ts';
import type { DecisionFile } from './file.ts';
import { type Link, signedText } from './rules.ts';
import { sha256 } from './sheet.ts';

/** SHA-256, in hex, of a public key's SPKI in DER: short enough to be read out over the telephone. */
export function fingerprintOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}

/** Whether a key signed a decision's number, hash and place in the chain. */
export function isSigned(link: Link, publicKey: string, signature: string): boolean {
  try {
    const key = createPublicKey(publicKey);
    return verify(null, Buffer.from(signedText(link)), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** What can be wrong with an exported decision, or with several of them in a row. */
export type Fault =
  | 'hash'
  | 'number'
  | 'signature'
  | 'fingerprint'
  | 'key'
  | 'twice'
  | 'gap'
  | 'order'
  | 'reference';

/** A fault, and what else a person should know of it. */
export type Finding = { fault: Fault; detail: string };

/** What is wrong with one decision on its own; `pinned` are fingerprints somebody trusts, none: the file's own key. */
export function findingsOf(file: DecisionFile, pinned: readonly string[]): Finding[] {
  const { sheet, hash, previous, signature } = file;
  const findings: Finding[] = [];
  const found = hashOf(sheet);
  if (found !== hash) findings.push({ fault: 'hash', detail: `The sheet's hash is ${found}, not ${hash}.` });
  const number = typeof sheet.number === 'string' ? sheet.number : '';
  if (number === '') findings.push({ fault: 'number', detail: 'The sheet has no number.' });
  if (safely(() => fingerprintOf(signature.publicKey)) !== signature.fingerprint)
    findings.push({ fault: 'fingerprint', detail: 'The fingerprint is not that of the key beside it.' });
  if (!isSigned({ number, hash, previous }, signature.publicKey, signature.value))
    findings.push({ fault: 'signature', detail: 'The signature is not of this number, hash and chain.' });
  if (pinned.length > 0 && !pinned.includes(signature.fingerprint))
    findings.push({
      fault: 'key',
      detail: `It was signed with key ${signature.fingerprint}, which is none of those given.`,
    });
  return findings;
}

function hashOf(sheet: DecisionFile['sheet']): string {
  return (
    safely(() => sha256(canonical(sheet as Canonical))) ?? 'none, for it holds a number that is not whole'
  );
}

function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
