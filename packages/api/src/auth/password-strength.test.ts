import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-strength.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';

const about = ['maija.rinne@nor.example', 'Maija', 'Rinne', 'Nordmark'];
const problem = (password: string, least = 15) => passwordProblem(password, { least, about });

describe('password strength', () => {
  it.each([
    ['fourteen chars', 'tooShort'],
    ['passwordpassword123', 'common'],
    ['P@ssw0rdP@ssw0rd', 'common'],
    ['Correct Horse Battery Staple', 'common'],
    ['Summer2026Winter2026', 'common'],
    ['qwertyuiopasdfghjkl', 'sequence'],
    ['1qaz2wsx3edc4rfv5tgb', 'sequence'],
    ['123456789012345678', 'sequence'],
    ['aaaaaaaaaaaaaaaaaaa', 'repeated'],
    ['xk7xk7xk7xk7xk7xk7', 'repeated'],
    ['Maija Rinne 1984 !!', 'personal'],
    ['concord nordmark 26', 'personal'],
  ])('%s: %s', (password, expected) => expect(problem(password)).toBe(expected));
  it.each([
    'copper lantern on the quay',
    'the meadow hums at noon',
    'ünïcödé blåbær på øya',
    '🦊🦉🐢🐝🦋🐙🦕🦀🐳🦜🐌🦔🐿🦩🦡',
  ])('%s is fine', (password) => expect(problem(password)).toBeNull());
  it('counts characters, not code units', () => expect(problem('🦊🦉🐢🐝🦋🐙🦕🦀')).toBe('tooShort'));
  it('takes eight beside a second factor', () => expect(problem('vole-hat', 8)).toBeNull());
});

describe('password hashes', () => {
  it('cuts nothing off a long password', async () => {
    const long = 'moss '.repeat(60);
    const stored = await hashPassword(`${long}a`);
    expect(await verifyPassword(stored, `${long}a`)).toBe(true);
    expect(await verifyPassword(stored, `${long}b`)).toBe(false);
  });
  it('knows one spelling of an accent from the other as the same', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });
  it('never lets in whom nobody stored, and takes as long to say so', async () => {
    const stored = await hashPassword('x');
    await verifyPassword(null, 'the password of nobody at all');
    const time = async (hash: string | null) => {
      // Time on the processor, of all threads: a busy machine says nothing about the work done.
      const start = process.cpuUsage();
      for (let round = 0; round < 5; round += 1) expect(await verifyPassword(hash, 'wrong')).toBe(false);
      return process.cpuUsage(start).user;
    };
    const [known, unknown] = [await time(stored), await time(null)];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
    expect(isOutdated(stored)).toBe(false);
  });
});
