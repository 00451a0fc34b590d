import { AppError } from '../errors.ts';
import { afterRefusal, providerIntent } from '../features/account/rules.ts';
import type { Services } from '../services.ts';
import type { OidcSettings } from '../settings/oidc.ts';
import { providerClaims } from './provider-claims.ts';
import { enterByProvider } from './provider-entry.ts';
import { cookieOf, type Headers, originOf } from './request.ts';
import type { Opened } from './sessions.ts';

const HALF_A_DAY = 12 * 60 * 60;

/** The identity provider as next-auth is told of it: the code flow, with PKCE, state and nonce. */
export type OidcWay = {
  id: 'oidc';
  name: string;
  type: 'oauth';
  wellKnown: string;
  clientId: string;
  clientSecret: string;
  idToken: true;
  checks: ('pkce' | 'state' | 'nonce')[];
  authorization: { params: Record<string, string> };
  client: { id_token_signed_response_alg: string };
  httpOptions: { timeout: number };
  profile: (claims: { sub: string }) => { id: string };
};

/**
 * Asks for nothing but who it is: neither name nor address. `max_age` makes the provider say when the person last
 * proved who they are, and ask them again when that was more than half a day ago.
 */
export function oidcWay({ issuer, clientId, clientSecret, name, algorithm, strong }: OidcSettings): OidcWay {
  const acr: Record<string, string> = strong.acr.length > 0 ? { acr_values: strong.acr.join(' ') } : {};
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid', max_age: String(HALF_A_DAY), ...acr } },
    client: { id_token_signed_response_alg: algorithm },
    httpOptions: { timeout: 10_000 },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** One return from the provider: what it led to, for next-auth's adapter to hand on. */
export class ProviderReturn {
  readonly #services: Services;
  readonly #headers: Headers;
  opened: (Opened & { personId: string }) | undefined;

  constructor(services: Services, headers: Headers) {
    this.#services = services;
    this.#headers = headers;
  }

  /** Decides about the provider's answer: true when it opened a session, else where to say why it did not. */
  async take(claims: unknown): Promise<true | string> {
    const { settings, log } = this.#services;
    const back = decoded(cookieOf(this.#headers, settings.cookies.callback));
    try {
      if (!settings.oidc) throw new AppError('NOT_FOUND', 'oidc.failed');
      this.opened = await enterByProvider(this.#services, settings.oidc, providerClaims.parse(claims), {
        intent: providerIntent(back),
        token: cookieOf(this.#headers, settings.cookies.session),
        origin: originOf(this.#headers),
      });
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error, way: 'oidc' }, 'sign-in failed');
      const key = error instanceof AppError ? error.messageKey : 'oidc.failed';
      return new URL(afterRefusal(back, key), settings.url).href;
    }
  }
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
