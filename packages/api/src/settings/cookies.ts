/** How cookies are named and protected at the address the portal is reached by. */
export interface CookieSettings {
  secure: boolean;
  /** `__Host-` on https: the browser then keeps the cookie to this host, path and TLS. */
  prefix: '__Host-' | '';
  session: string;
  csrf: string;
  callback: string;
  /** What a browser holds while it is at an identity provider. */
  state: string;
  nonce: string;
  pkce: string;
}

/** Names that a browser treats as this very machine, so that plain http cannot be listened to. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
  );
}

/** The one decision about cookies: secure on https, plain on loopback http, and none at all on http elsewhere. */
export function cookieSettings(url: URL): CookieSettings | undefined {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return undefined;
  const secure = url.protocol === 'https:';
  const prefix = secure ? '__Host-' : '';
  return {
    secure,
    prefix,
    session: `${prefix}concord-session`,
    csrf: `${prefix}concord-csrf`,
    callback: `${prefix}concord-callback`,
    state: `${prefix}concord-state`,
    nonce: `${prefix}concord-nonce`,
    pkce: `${prefix}concord-pkce`,
  };
}
