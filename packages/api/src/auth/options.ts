import { AppError } from '../errors.ts';
import { demoInput, passkeyInput, signInInput, stepUpInput } from '../features/account/schemas.ts';
import type { Services } from '../services.ts';
import { type SessionAdapter, sessionAdapter } from './adapter.ts';
import { signInDemo } from './demo.ts';
import { type OidcWay, oidcWay, ProviderReturn } from './oidc.ts';
import { readPasskeyAnswer } from './passkey-answer.ts';
import { signInByPasskey } from './passkey-sign-in.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import { cookieOf, type Headers, originOf } from './request.ts';
import type { Opened } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { stepUp } from './step-up.ts';

const THIRTY_DAYS = 30 * 24 * 60 * 60;

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
  providers: (Way | OidcWay)[];
  jwt: { encode: (input: { token?: Token }) => Promise<string>; decode: () => Promise<null> };
  callbacks: {
    jwt: <T extends object>(input: { token: T; user: object }) => T & Token;
    session: (input: { session: { expires: string } }) => { expires: string };
    signIn: (input: { account: { type: string } | null; profile?: object }) => Promise<true | string>;
    redirect: (input: { url: string }) => string;
  };
  pages: { signIn: string; signOut: string; error: string };
  useSecureCookies: boolean;
  cookies: Record<CookieName, { name: string; options: CookieOptions }>;
  logger: { error: (code: string, about: unknown) => void; warn: () => void; debug: () => void };
};

type CookieName = 'sessionToken' | 'csrfToken' | 'callbackUrl' | 'state' | 'nonce' | 'pkceCodeVerifier';

type CookieOptions = { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };

/**
 * next-auth as the keeper of the cookie, the token against forgery and the ways in, for one request. The session
 * itself is ours: each way in opens a row of `session` and hands its token over; `jwt.encode`, or the adapter for
 * whoever returns from an identity provider, puts that token into the cookie.
 */
export function authOptions(services: Services, headers: Headers = {}): AuthOptions {
  const limits = rateLimits(services.app);
  const back = new ProviderReturn(services, headers);
  return {
    secret: services.settings.secret.toString('base64'),
    adapter: sessionAdapter(services, back),
    // No `strategy`: with an adapter it is the database, which next-auth refuses to be told beside credentials.
    session: { maxAge: THIRTY_DAYS, updateAge: THIRTY_DAYS * 1000 },
    providers: providers(services, limits),
    jwt: { encode: async ({ token }) => String(token?.sessionToken ?? ''), decode: async () => null },
    callbacks: {
      jwt: ({ token, user }) => ({ ...token, sessionToken: (user as SignedUser).sessionToken }),
      session: ({ session }) => ({ expires: session.expires }),
      signIn: async ({ account, profile }) => (account?.type === 'oauth' ? back.take(profile) : true),
      redirect: ({ url }) => new URL(ownPath(url, services.settings.url), services.settings.url).href,
    },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    ...cookies(services),
    logger: { error: reporter(services), warn: () => undefined, debug: () => undefined },
  };
}

/** What the provider answered wrongly is for the operator's eyes; the person hears that it did not work. */
function reporter({ log }: Services): AuthOptions['logger']['error'] {
  return (code, about) => {
    if (!/OAUTH/.test(code)) return;
    const { error = about } = (about ?? {}) as { error?: unknown };
    log.warn({ code, reason: error instanceof Error ? error.message : '' }, 'identity provider');
  };
}

function providers(services: Services, limits: RateLimits): (Way | OidcWay)[] {
  const { oidc } = services.settings;
  return [
    ...(oidc ? [oidcWay(oidc)] : []),
    way(services, 'password', async (body, headers) => {
      const typed = signInInput.safeParse(body);
      if (!typed.success) throw new AppError('UNAUTHORIZED', 'signIn.refused');
      return signIn(services, limits, typed.data, originOf(headers));
    }),
    way(services, 'demo', async (body, headers) =>
      signInDemo(services, demoInput.parse(body).persona, originOf(headers)),
    ),
    way(services, 'passkey', async (body, headers) => {
      const answer = readPasskeyAnswer(passkeyInput.safeParse(body).data?.answer);
      if (!answer) throw new AppError('UNAUTHORIZED', 'passkey.refused');
      return signInByPasskey(services, limits, answer, originOf(headers));
    }),
    way(services, 'step-up', async (body, headers) => {
      const token = cookieOf(headers, services.settings.cookies.session);
      return stepUp(services, limits, token, stepUpInput.parse(body), originOf(headers));
    }),
  ];
}

/** One way in. What goes wrong reaches the browser as a message key, and nothing else of it. */
function way(
  services: Services,
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

function ownPath(url: string, portal: URL): string {
  const target = URL.canParse(url, portal.href) ? new URL(url, portal) : portal;
  return target.origin === portal.origin ? `${target.pathname}${target.search}` : '/';
}

function cookies({ settings }: Services): Pick<AuthOptions, 'cookies' | 'useSecureCookies'> {
  const { secure, session, csrf, callback, state, nonce, pkce } = settings.cookies;
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: session, options },
      csrfToken: { name: csrf, options },
      callbackUrl: { name: callback, options },
      state: { name: state, options },
      nonce: { name: nonce, options },
      pkceCodeVerifier: { name: pkce, options },
    },
  };
}
