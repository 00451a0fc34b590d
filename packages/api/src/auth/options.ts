import type { NextAuthOptions, User } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { AppError } from '../errors.ts';
import { demoInput, signInInput, stepUpInput } from '../features/account/schemas.ts';
import { sessionAdapter } from './adapter.ts';
import { signInDemo } from './demo.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import type { Opened, Origin } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { stepUp } from './step-up.ts';
import type { AuthServices } from './transaction.ts';

const THIRTY_DAYS = 30 * 24 * 60 * 60;

type Headers = Record<string, string | undefined>;
type SignedUser = User & { sessionToken: string };

/**
 * next-auth as the keeper of the cookie, the token against forgery and the ways in. The session itself is ours:
 * each way in opens a row of `session` and hands its token over; `jwt.encode` puts that token into the cookie.
 */
export function authOptions(services: AuthServices): NextAuthOptions {
  const limits = rateLimits(services.app);
  return {
    secret: services.settings.secret.toString('base64'),
    adapter: sessionAdapter(services),
    // No `strategy`: with an adapter it is the database, which next-auth refuses to be told beside credentials.
    session: { maxAge: THIRTY_DAYS, updateAge: THIRTY_DAYS * 1000 },
    providers: providers(services, limits),
    jwt: { encode: async ({ token }) => String(token?.sessionToken ?? ''), decode: async () => null },
    callbacks: {
      jwt: ({ token, user }) => ({ ...token, sessionToken: (user as SignedUser).sessionToken }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => new URL(ownPath(url, services.settings.url), services.settings.url).href,
    },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    ...cookies(services),
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

function providers(services: AuthServices, limits: RateLimits): NextAuthOptions['providers'] {
  return [
    way('password', async (body, headers) => {
      const typed = signInInput.safeParse(body);
      if (!typed.success) throw new AppError('UNAUTHORIZED', 'signIn.refused');
      return signIn(services, limits, typed.data, originOf(headers));
    }),
    way('demo', async (body, headers) =>
      signInDemo(services, demoInput.parse(body).persona, originOf(headers)),
    ),
    way('step-up', async (body, headers) => {
      const token = cookieOf(headers, services.settings.cookies.session);
      return stepUp(services, limits, token, stepUpInput.parse(body), originOf(headers));
    }),
  ];
}

/** One way in. What goes wrong reaches the browser as a message key, and nothing else of it. */
function way(id: string, open: (body: unknown, headers: Headers) => Promise<Opened & { personId: string }>) {
  return Credentials({
    id,
    name: id,
    credentials: {},
    authorize: async (body, request) => {
      try {
        const opened = await open(withoutEmpty(body), (request.headers ?? {}) as Headers);
        return { id: opened.personId, sessionToken: opened.token } as SignedUser;
      } catch (error) {
        throw new Error(error instanceof AppError ? error.messageKey : 'unknown');
      }
    },
  });
}

function withoutEmpty(body: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => value !== ''));
}

function originOf(headers: Headers): Origin {
  return {
    address: headers['x-forwarded-for']?.split(',')[0]?.trim() ?? '',
    userAgent: headers['user-agent'] ?? null,
    requestId: headers['x-request-id'] ?? '',
  };
}

function cookieOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}

function ownPath(url: string, portal: URL): string {
  const target = URL.canParse(url, portal) ? new URL(url, portal) : portal;
  return target.origin === portal.origin ? `${target.pathname}${target.search}` : '/';
}

function cookies({ settings }: AuthServices): Pick<NextAuthOptions, 'cookies' | 'useSecureCookies'> {
  const { secure, session, csrf, callback } = settings.cookies;
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: session, options },
      csrfToken: { name: csrf, options },
      callbackUrl: { name: callback, options },
    },
  };
}
