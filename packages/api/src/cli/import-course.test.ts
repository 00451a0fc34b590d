import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { verb } from './import-course.ts';
import { sentenceOf } from './import-sentences.ts';
import { EXIT, Refusal, UsageError } from './verb.ts';

const fixtures = join(import.meta.dirname, '../features/courses/import/__fixtures__');
const written = vi.spyOn(process.stdout, 'write');
afterEach(() => written.mockReset());

async function check(folder: string, flags: Record<string, string | boolean> = {}) {
  written.mockReturnValue(true);
  const code = await verb.run({ flags: { check: true, ...flags }, values: [folder] });
  return { code, said: written.mock.calls.map(([text]) => String(text)).join('') };
}

it('says in sentences what it takes and what it cannot, by file and line', async () => {
  const { code, said } = await check(join(fixtures, 'numbered'));
  expect(code).toBe(EXIT.ok);
  expect(said).toMatch(/taken: 2 units, 2 pages/);
  expect(said).toMatch(/^ {2}1\.2 Quiz\.md:\d+: A quiz on another site/m);
});

it('says the same to a program', async () => {
  const { said } = await check(join(fixtures, 'numbered'), { json: true });
  const { taken, problems, outcome } = JSON.parse(said);
  expect(outcome).toBeNull();
  expect(taken.units).toBe(2);
  expect(problems[0]).toMatchObject({
    file: expect.any(String),
    message: expect.stringMatching(/^\S.+[.:]/),
  });
});

it('fails when there is nothing to take', async () => {
  const { code, said } = await check(join(fixtures, 'numbered/images'));
  expect(code).toBe(EXIT.failure);
  expect(said).toContain('This is no course that can be read');
});

it('refuses what is not there, and what it does not understand', async () => {
  await expect(check(join(fixtures, 'nowhere'))).rejects.toBeInstanceOf(Refusal);
  await expect(check(fixtures, { for: 'friends' })).rejects.toBeInstanceOf(UsageError);
});

it('words a problem without a line', () => {
  const problem = {
    file: 'fr/a.md',
    line: null,
    code: 'languageMissing' as const,
    params: { language: 'fr' },
  };
  expect(sentenceOf(problem)).toBe('fr/a.md: There is no translation into fr.');
});
