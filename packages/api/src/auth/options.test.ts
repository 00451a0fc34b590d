import { sessions } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../root.ts';
import { type AuthAnswer, authBrowser } from '../testing/auth-browser.ts';
import { giveSecrets, goodPassword } from '../testing/sign-in.ts';

let test: TestDatabase;
let email: string;
let personId: string;
beforeAll(async () => {
  test = await testDatabase();
  const person = await createPerson(test, { party: await createParty(test) });
  personId = person.id;
  email = await giveSecrets(test, person);
});
afterAll(() => test.close());
beforeEach(() => test.worker.sql`delete from rate_limit`);

const http = { CONCORD_URL: 'http://localhost:3000', CONCORD_CONTENT_URL: 'http://127.0.0.1:3001' };
const https = { CONCORD_URL: 'https://concord.example', CONCORD_CONTENT_URL: 'https://content.example' };

const browser = (env: Record<string, string>) => authBrowser(test, env);

const sessionCookie = (answer: AuthAnswer, name: string) =>
  answer.cookies.find((cookie) => cookie.name === name);
const liveSessions = async () => {
  const rows = await test.worker.db.select().from(sessions).where(eq(sessions.personId, personId));
  return rows.filter((row) => row.revokedAt === null).length;
};

describe('signing in through next-auth', () => {
  it('sets a plain cookie on loopback and a __Host- one on https, never readable by script', async () => {
    for (const [env, name, secure] of [
      [http, 'concord-session', false],
      [https, '__Host-concord-session', true],
    ] as const) {
      const { send, csrfToken, services } = await browser(env);
      const answer = await send('POST', 'callback', 'password', { csrfToken, email, password: goodPassword });
      const cookie = sessionCookie(answer, name);
      expect(cookie?.line).toMatch(/; Path=\/;.*HttpOnly/);
      expect(cookie?.line).toContain('SameSite=Lax');
      expect(cookie?.line.includes('Secure')).toBe(secure);
      expect(cookie?.line).not.toContain('Domain');
      expect(cookie?.value).toMatch(/^[\w-]{43}$/);
      await services.close();
    }
  });

  it.each([['without a token'], ['with a token of another browser']])('does nothing %s', async (how) => {
    const { send, services } = await browser(http);
    const stolen = how === 'without a token' ? '' : (await browser(http)).csrfToken;
    const before = await liveSessions();
    const answer = await send('POST', 'callback', 'password', {
      csrfToken: stolen,
      email,
      password: goodPassword,
    });
    expect(sessionCookie(answer, 'concord-session')).toBeUndefined();
    expect(await liveSessions()).toBe(before);
    await services.close();
  });

  it('does nothing on GET', async () => {
    const { send, services } = await browser(http);
    const before = await liveSessions();
    const answer = await send('GET', 'callback', 'password', { email, password: goodPassword });
    expect(sessionCookie(answer, 'concord-session')).toBeUndefined();
    expect(await liveSessions()).toBe(before);
    await services.close();
  });

  it('says why it refuses by a key, and nothing of the inside', async () => {
    const { send, csrfToken, services } = await browser(http);
    const wrong = await send('POST', 'callback', 'password', { csrfToken, email, password: 'wrong' });
    expect(new URL(wrong.redirect).searchParams.get('error')).toBe('signIn.refused');
    const odd = await send('POST', 'callback', 'password', {
      csrfToken,
      email: 'no address',
      password: '\u0000',
    });
    expect(new URL(odd.redirect).searchParams.get('error')).toBe('signIn.refused');
    const demo = await send('POST', 'callback', 'demo', { csrfToken, persona: 'administrator' });
    expect(new URL(demo.redirect).searchParams.get('error')).toBe('signIn.refused');
    const proof = await send('POST', 'callback', 'step-up', { csrfToken, password: goodPassword });
    expect(new URL(proof.redirect).searchParams.get('error')).toBe('UNAUTHORIZED');
    await services.close();
  });

  it('goes to no other site afterwards', async () => {
    const { send, csrfToken, services } = await browser(http);
    const callbackUrl = 'https://evil.example/';
    const answer = await send('POST', 'callback', 'password', {
      csrfToken,
      email,
      password: goodPassword,
      callbackUrl,
    });
    expect(answer.redirect).toBe('http://localhost:3000/');
    await services.close();
  });

  it('steps up under another token, and ends the row at sign-out', async () => {
    const { send, csrfToken, jar, services } = await browser(http);
    await send('POST', 'callback', 'password', { csrfToken, email, password: goodPassword });
    const first = jar['concord-session'] ?? '';
    await send('POST', 'callback', 'step-up', { csrfToken, password: goodPassword });
    const second = jar['concord-session'] ?? '';
    expect(second).not.toBe(first);
    const as = (sessionToken: string) =>
      createCaller({
        services,
        request: {
          sessionToken,
          requestId: 't',
          address: '',
          userAgent: null,
          chosenLocale: null,
          browserLocale: 'en',
        },
      }).account.get();
    await expect(as(first)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect((await as(second)).email).toBe(email);
    await send('POST', 'signout', undefined, {});
    expect((await as(second)).email).toBe(email);
    await send('POST', 'signout', undefined, { csrfToken });
    await expect(as(second)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await services.close();
  });
});
