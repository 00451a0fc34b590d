import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import fr from '../../../messages/fr.json' with { type: 'json' };

const FEATURES = fileURLToPath(new URL('../../../../../packages/api/src/features', import.meta.url));
const ACTION = /\baction: (?:[^,;{}]*? )?'([a-z]+\.[\w.]+)'(?: : '([a-z]+\.[\w.]+)')?/g;

/** The actions that the commands write into the record by their whole name. */
function recorded(): string[] {
  const files = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const found = sources.flatMap((name) => [...readFileSync(join(FEATURES, name), 'utf8').matchAll(ACTION)]);
  return [...new Set(found.flatMap(([, one, other]) => [one, other]).filter((name) => name !== undefined))];
}

it('has words in both languages for what the record holds', () => {
  const keyOf = (action: string) => action.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  const actions = recorded();
  expect(actions.length).toBeGreaterThan(80);
  for (const words of [en.record.actions, fr.record.actions])
    expect(actions.filter((action) => !(keyOf(action) in words))).toEqual([]);
});
