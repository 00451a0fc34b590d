import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeRules } from './code-rules.ts';
import { lookRules } from './look-rules.ts';
import { applyRule } from './source.ts';
import { appendOnly, checksum, sameKeys } from './whole-rules.ts';

function rulesBroken(path: string, text: string): string[] {
  const findings = [...codeRules, ...lookRules].flatMap((rule) => applyRule(rule, { path, text }));
  return [...new Set(findings.map((finding) => finding.rule))];
}

const page = 'apps/portal/src/features/today/today.tsx';
const command = 'packages/api/src/features/today/commands.ts';

const refused: [rule: string, path: string, text: string][] = [
  ['one-environment', command, 'export const port = process.env.PORT;'],
  ['nothing-left-undone', command, '// TODO: later'],
  ['nothing-left-undone', 'apps/portal/src/styles/globals.css', '/* FIXME */'],
  ['file-size', command, `export const text = '${'x'.repeat(13_000)}';`],
  ['feature-files', 'packages/api/src/features/today/helpers.ts', 'export const x = 1;'],
  ['portal-imports', page, "import { people } from '@concord/db/schema/people';"],
  ['portal-imports', page, "import type { Db } from '@concord/db/client';"],
  ['portal-imports', page, "import { appRouter } from '@concord/api/root';"],
  ['portal-imports', page, "import { type AppRouter, appRouter } from '@concord/api/root';"],
  ['portal-imports', page, "const root = await import('@concord/api/root');"],
  ['portal-imports', page, "export { appRouter } from '@concord/api/root';"],
  [
    'portal-imports',
    page,
    "'use client';\nimport { enrolInput } from '@concord/api/features/cohorts/schemas';",
  ],
  ['no-literal-text', page, 'export const a = <p>Welcome back</p>;'],
  ['no-literal-text', page, 'export const a = <p>{name} élu</p>;'],
  ['no-literal-text', page, 'export const a = <button aria-label="Close" />;'],
  ['no-literal-text', page, "export const a = <input placeholder={'Search'} />;"],
  ['no-raw-colours', page, 'export const a = <p className="bg-slate-100" />;'],
  ['no-raw-colours', page, 'export const a = <p className="text-white" />;'],
  ['no-raw-colours', page, 'export const a = <p className="bg-[#ff0000]" />;'],
  ['no-raw-colours', page, "export const blue = '#0b4f9e';"],
  ['no-raw-colours', page, "export const blue = 'oklch(0.4 0.1 250)';"],
  ['no-raw-colours', 'apps/portal/src/styles/globals.css', 'p { color: #fff; }'],
  ['no-raw-colours', 'apps/portal/src/styles/print.css', 'p { color: rgb(0 0 0); }'],
  ['no-inline-style', page, 'export const a = <p style={{ margin: 0 }} />;'],
  ['one-format', page, 'export const a = new Date(0).toLocaleDateString();'],
  ['one-format', page, 'export const a = new Intl.DateTimeFormat("en");'],
];

for (const [rule, path, text] of refused) {
  test(`${rule} refuses ${text.slice(0, 70)}`, () => assert.deepEqual(rulesBroken(path, text), [rule]));
}

const allowed: [path: string, text: string][] = [
  ['packages/api/src/env.ts', 'export const port = process.env.PORT;'],
  ['packages/db/src/seed/data/long.ts', `export const text = '${'x'.repeat(13_000)}';`],
  [page, "import type { AppRouter } from '@concord/api/root';"],
  [page, "import { enrolInput } from '@concord/api/features/cohorts/schemas';"],
  [page, "'use client';\nimport type { EnrolInput } from '@concord/api/features/cohorts/schemas';"],
  [page, "import { dominates } from '@concord/api/marking/rules';"],
  ['apps/portal/src/server/main.ts', "import { createRuntime } from '@concord/api/runtime';"],
  [page, 'export const a = <p className="text-ink">{t("title")} · 12</p>;'],
  [page, 'export const a = <a href="#main" aria-label={t("skip")} />;'],
  ['apps/portal/src/i18n/format.ts', 'export const f = new Intl.DateTimeFormat("en");'],
  ['apps/portal/src/styles/tokens.css', ':root { --ink: #111; }'],
  ['apps/portal/src/styles/globals.css', '/* see #1234 */ p { color: var(--ink); }'],
];

for (const [path, text] of allowed) {
  test(`${path} may hold ${text.slice(0, 60)}`, () => assert.deepEqual(rulesBroken(path, text), []));
}

test('both languages have the same keys, none of them empty', () => {
  assert.deepEqual(sameKeys({ a: { b: 'x' } }, { a: { b: 'y' } }), []);
  const findings = sameKeys({ a: { b: 'x', c: 'x' } }, { a: { b: '', d: 'y' } });
  assert.deepEqual(
    findings.map(({ path, message }) => `${path.slice(-7)} ${message}`),
    ['fr.json a.b is missing.', 'fr.json a.c is missing.', 'en.json a.d is missing.'],
  );
});

test('a migration is neither changed nor taken away, and a new one is kept', () => {
  const kept = { '0001_one.sql': checksum('one'), '0002_two.sql': checksum('two') };
  assert.deepEqual(
    appendOnly(
      new Map([
        ['0001_one.sql', 'one'],
        ['0002_two.sql', 'two'],
      ]),
      kept,
    ),
    [],
  );
  const found = appendOnly(
    new Map([
      ['0001_one.sql', 'other'],
      ['0003_three.sql', 'three'],
    ]),
    kept,
  );
  assert.deepEqual(
    found.map(({ message }) => message.split(/[:.]/)[0]),
    ['A migration was changed', 'A migration was taken away', 'A new migration'],
  );
});
