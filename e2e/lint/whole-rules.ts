import { createHash } from 'node:crypto';
import type { Finding } from './source.ts';

const MESSAGES = 'apps/portal/messages';
const MIGRATIONS = 'packages/db/migrations';

/** The keys of nested messages, dotted; an empty message counts as absent. */
export function messageKeys(messages: unknown, prefix = ''): string[] {
  if (typeof messages === 'string') return messages.trim() === '' ? [] : [prefix];
  if (typeof messages !== 'object' || messages === null) return [];
  return Object.entries(messages).flatMap(([key, value]) =>
    messageKeys(value, prefix ? `${prefix}.${key}` : key),
  );
}

/** Both languages have the same words. */
export function sameKeys(english: unknown, french: unknown): Finding[] {
  const [inEnglish, inFrench] = [new Set(messageKeys(english)), new Set(messageKeys(french))];
  const missing = (file: string, has: Set<string>, wants: Set<string>) =>
    [...wants]
      .filter((key) => !has.has(key))
      .map((key) => ({
        path: `${MESSAGES}/${file}`,
        line: 1,
        rule: 'same-keys',
        message: `${key} is missing.`,
      }));
  return [...missing('fr.json', inFrench, inEnglish), ...missing('en.json', inEnglish, inFrench)];
}

/** Checksum of a migration as it is kept in checksums.json. */
export function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A migration that others have run is never changed or taken away; a new one is added beside it. */
export function appendOnly(
  migrations: ReadonlyMap<string, string>,
  kept: Readonly<Record<string, string>>,
): Finding[] {
  const findings: Finding[] = [];
  const report = (name: string, message: string) =>
    findings.push({ path: `${MIGRATIONS}/${name}`, line: 1, rule: 'append-only', message });
  for (const [name, sum] of Object.entries(kept)) {
    const text = migrations.get(name);
    if (text === undefined) report(name, 'A migration was taken away.');
    else if (checksum(text) !== sum) report(name, 'A migration was changed: add a new one instead.');
  }
  for (const name of migrations.keys()) {
    if (!(name in kept))
      report(name, 'A new migration: keep its checksum with `node e2e/lint/main.ts --keep`.');
  }
  return findings;
}
