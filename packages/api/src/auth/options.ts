import { AppError } from '../errors.ts';
import { demoInput, signInInput, stepUpInput } from '../features/account/schemas.ts';
import { type SessionAdapter, sessionAdapter } from './adapter.ts';
import { signInDemo } from './demo.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import type { Opened, Origin } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { stepUp } from './step-up.ts';
import type { AuthServices } from './transaction.ts';

const THIRTY_DAYS = 30 * 24 * 60 * 60;

type Headers = Record<string, string | undefined>;
type SignedUser = { id: string; sessionToken: string };
type Token = Record<string, unknown>;

/** One of next-auth's ways in by what is typed. */
type Way = {
  id: string;
  name: string;
  type: 'credentials';
  credentials: Record<string, never>;
  authorize: (
    body: Record<string, unknown> | undefined,
    request: { headers?: object },
  ) => Promise<SignedUser>;
};

/**
 * What next-auth is given. Written out instead of imported: its types bring those of Next with them, and this
 * package knows nothing of Next. The portal's route checks that the two fit.
 */
export type AuthOptions = {
  secret: string;
  adapter: SessionAdapter;
  session: { maxAge: number; updateAge: number };
  providers: Way[];
  jwt: { encode: (input: { token?: Token }) => Promise<string>; decode: () => Promise<null> };
  callbacks: {
    jwt: <T extends object>(input: { token: T; user: object }) => T & Token;
    session: (input: { session: { expires: string } }) => { expires: string };
    redirect: (input: { url: string }) => string;
  };
  pages: { signIn: string; signOut: string; error: string };
  useSecureCookies: boolean;
  cookies: Record<'sessionToken' | 'csrfToken' | 'callbackUrl', { name: string; options: CookieOptions }>;
  logger: Record<'error' | 'warn' | 'debug', () => void>;
};

type CookieOptions = { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };

/**
 * next-auth as the keeper of the cookie, the token against forgery and the ways in. The session itself is ours:
 * each way in opens a row of `session` and hands its token over; `jwt.encode` puts that token into the cookie.
 */
export function authOptions(services: AuthServices): AuthOptions {
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

function providers(services: AuthServices, limits: RateLimits): Way[] {
  return [
    way(services, 'password', async (body, headers) => {
      const typed = signInInput.safeParse(body);
      if (!typed.success) throw new AppError('UNAUTHORIZED', 'signIn.refused');
      return signIn(services, limits, typed.data, originOf(headers));
    }),
    way(services, 'demo', async (body, headers) =>
      signInDemo(services, demoInput.parse(body).persona, originOf(headers)),
    ),
    way(services, 'step-up', async (body, headers) => {
      const token = cookieOf(headers, services.settings.cookies.session);
      return stepUp(services, limits, token, stepUpInput.parse(body), originOf(headers));
    }),
  ];
}

/** One way in. What goes wrong reaches the browser as a message key, and nothing else of it. */
function way(
  services: AuthServices,
  id: string,
  open: (body: unknown, headers: Headers) => Promise<Opened & { personId: string }>,
): Way {
  return {
    id,
    name: id,
    type: 'credentials',
    credentials: {},
    authorize: async (body, request) => {
      try {
        const opened = await open(withoutEmpty(body), (request.headers ?? {}) as Headers);
        return { id: opened.personId, sessionToken: opened.token };
      } catch (error) {
        if (error instanceof AppError) throw new Error(error.messageKey);
        services.log.error({ err: error, way: id }, 'sign-in failed');
        throw new Error('unknown');
      }
    },
  };
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
  const target = URL.canParse(url, portal.href) ? new URL(url, portal) : portal;
  return target.origin === portal.origin ? `${target.pathname}${target.search}` : '/';
}

function cookies({ settings }: AuthServices): Pick<AuthOptions, 'cookies' | 'useSecureCookies'> {
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
