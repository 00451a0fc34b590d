/** The ways in of the API's `auth/options.ts`. */
export type Way = 'password' | 'demo' | 'passkey' | 'step-up';

/** How it went: in, or the key of what to say, in the `errors` namespace. */
export type Entry = { ok: true } | { ok: false; key: string };

/** Signs in, or proves again who one is: a form post to next-auth with its token against forgery. */
export async function enter(way: Way, fields: Record<string, string>): Promise<Entry> {
  try {
    const { answer, url } = await post(`callback/${way}`, { ...fields, callbackUrl: '/' });
    const said = new URL(url, location.origin).searchParams;
    if (answer.ok && !said.has('error') && !said.has('csrf')) return { ok: true };
    return { ok: false, key: said.get('error') ?? 'unknown' };
  } catch {
    return { ok: false, key: 'offline' };
  }
}

/** Leaves for the identity provider, to come back to the address given; `again` has it ask for a proof of now. */
export async function leaveForProvider(callbackUrl: string, again = false): Promise<Entry> {
  try {
    const { url } = await post(`signin/oidc${again ? '?prompt=login' : ''}`, { callbackUrl });
    if (new URL(url, location.origin).origin === location.origin) return { ok: false, key: 'oidc.failed' };
    location.assign(url);
    return { ok: true };
  } catch {
    return { ok: false, key: 'offline' };
  }
}

async function post(way: string, fields: Record<string, string>): Promise<{ answer: Response; url: string }> {
  const { csrfToken }: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json();
  const answer = await fetch(`/api/auth/${way}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
  const { url }: { url: string } = await answer.json();
  return { answer, url };
}
