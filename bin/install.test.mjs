import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, fingerprint } from './install.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');

function smallCheckout(context) {
  const folder = mkdtempSync(join(tmpdir(), 'concord-install-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'e2e/package.json',
    'packages/db/package.json',
  ]) {
    cpSync(join(here, file), join(folder, file));
  }
  mkdirSync(join(folder, 'apps'));
  mkdirSync(join(folder, 'node_modules'));
  return folder;
}

test('runs nothing when what is installed is what the lockfile asks for', async (context) => {
  const folder = smallCheckout(context);
  writeFileSync(join(folder, 'node_modules/.concord-installed'), fingerprint(folder));
  assert.deepEqual(await ensureInstalled(folder), { ok: true });
});

test('sees a changed lockfile and a changed manifest', (context) => {
  const folder = smallCheckout(context);
  const before = fingerprint(folder);
  assert.equal(fingerprint(folder), before);
  for (const file of ['pnpm-lock.yaml', 'packages/db/package.json']) {
    const last = fingerprint(folder);
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}\n`);
    assert.notEqual(fingerprint(folder), last);
  }
});
