import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeRules } from './code-rules.ts';
import { lookRules } from './look-rules.ts';
import { applyRule, type Finding } from './source.ts';
import { appendOnly, checksum, sameKeys } from './whole-rules.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = new Set([
  'node_modules',
  '.next',
  '.turbo',
  'coverage',
  'test-results',
  'playwright-report',
]);

function filesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function read(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

function checkFiles(): Finding[] {
  const rules = [...codeRules, ...lookRules];
  return ['apps', 'packages', 'e2e', 'bin'].flatMap(filesUnder).flatMap((path) => {
    const wanted = rules.filter((rule) => rule.applies(path));
    if (wanted.length === 0) return [];
    const source = { path, text: read(path) };
    return wanted.flatMap((rule) => applyRule(rule, source));
  });
}

const migrationsFolder = 'packages/db/migrations';
const checksumsFile = `${migrationsFolder}/checksums.json`;

function migrations(): Map<string, string> {
  const all = filesUnder('packages/db').filter(
    (path) => path.startsWith(migrationsFolder) && path.endsWith('.sql'),
  );
  return new Map(all.map((path) => [relative(migrationsFolder, path), read(path)]));
}

function hasChecksums(): boolean {
  return existsSync(join(checkout, checksumsFile));
}

function keptChecksums(): Record<string, string> {
  return hasChecksums() ? (JSON.parse(read(checksumsFile)) as Record<string, string>) : {};
}

/** Adds the checksums of new migrations; those kept already stay as they are. */
function keep(): void {
  const sums = Object.fromEntries([...migrations()].map(([name, text]) => [name, checksum(text)]));
  const all = { ...sums, ...keptChecksums() };
  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => one.localeCompare(other)));
  writeFileSync(join(checkout, checksumsFile), `${JSON.stringify(sorted, null, 2)}\n`);
}

if (process.argv.includes('--keep')) keep();
const findings = [
  ...checkFiles(),
  ...sameKeys(
    JSON.parse(read('apps/portal/messages/en.json')),
    JSON.parse(read('apps/portal/messages/fr.json')),
  ),
  // Until the first release keeps its checksums, nobody has run a migration and they may still change.
  ...(hasChecksums() ? appendOnly(migrations(), keptChecksums()) : []),
];
for (const { path, line, rule, message } of findings) console.log(`${path}:${line}  ${rule}  ${message}`);
process.exitCode = findings.length === 0 ? 0 : 1;
