import type { TestDatabase } from '@concord/db/testing/database';
import { vi } from 'vitest';
import { authOptions } from '../auth/options.ts';
import { testServices } from './caller.ts';

type Cookie = { name: string; value: string; line: string };

/** What next-auth answered: where it leads, and the cookies it set. */
export type AuthAnswer = { redirect: string; cookies: Cookie[]; body: { csrfToken?: string } };
type NextAuth = (options: object) => (request: object, response: object) => Promise<void>;

// By a name the compiler does not follow: next-auth's types would bring Next's into this package.
const nextAuth: string = 'next-auth';
const loaded = (await import(nextAuth)) as { default: NextAuth | { default: NextAuth } };
const NextAuth = 'default' in loaded.default ? loaded.default.default : loaded.default;

/** A browser in front of next-auth as the portal sets it up, with a jar for its cookies. */
export async function authBrowser(test: TestDatabase, env: Record<string, string>) {
  const services = testServices(test, env);
  const jar: Record<string, string> = {};
  const send = async (
    method: string,
    action: string,
    providerId?: string,
    { query, ...body }: { query?: Record<string, string> } & Record<string, unknown> = {},
  ) => {
    const cookie = Object.entries(jar)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    const headers = { cookie, 'x-forwarded-for': '192.0.2.7', 'user-agent': '' };
    const nextauth = providerId ? [action, providerId] : [action];
    const request = {
      method,
      query: { ...query, nextauth },
      body: { json: 'true', ...body },
      cookies: { ...jar },
      headers,
    };
    vi.stubEnv('NEXTAUTH_URL', services.settings.url.origin);
    const answer = await ask({ ...authOptions(services, headers) }, request);
    for (const { name, value } of answer.cookies) {
      if (value === '') delete jar[name];
      else jar[name] = value;
    }
    return answer;
  };
  const { body } = await send('GET', 'csrf');
  return { services, send, jar, csrfToken: body.csrfToken ?? '' };
}

/** Asks next-auth as its own page handler would, and gives back what it set and where it leads. */
async function ask(options: object, request: object): Promise<AuthAnswer> {
  const answer: AuthAnswer = { redirect: '', cookies: [], body: {} };
  const response = {
    status: () => response,
    getHeader: () => undefined,
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') answer.cookies.push(...[value].flat().map(asCookie));
      return response;
    },
    json: (body: { url: string }) => {
      answer.redirect = body.url;
    },
    send: (body: AuthAnswer['body']) => {
      answer.body = body;
    },
    end: () => undefined,
  };
  await NextAuth(options)(request, response);
  return answer;
}

function asCookie(line: string): Cookie {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  return { name, value: decodeURIComponent(value), line };
}
