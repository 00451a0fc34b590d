import { expect, it } from 'vitest';
import { readableWithoutScript } from './last-resort.ts';

it('puts words into a failed page that is empty until its script runs, and into no other', () => {
  const shell =
    '<!DOCTYPE html><html id="__next_error__"><head><meta charset="utf-8"/></head><body><script></script>';
  expect(readableWithoutScript(shell)).toMatch(
    /<body><noscript><h1>.+<div lang="fr">.+<\/noscript><script>/s,
  );
  const page = '<!DOCTYPE html><html lang="en"><head></head><body><main>Here</main></body></html>';
  expect(readableWithoutScript(page)).toBe(page);
});
