import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { testClient } from './test-client.ts';

/** A real OpenID provider on this machine, for tests: whoever it is asked for signs in by typing their name. */
export type IdentityProvider = { issuer: string; close: () => Promise<void> };

/** Starts it on a port of its own, or on a given one, for the portals that may send people there. */
export async function startIdentityProvider(portals: string[], port = 0): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = makeProvider(issuer, portals);
  const answer = provider.callback();
  server.on('request', (req, res) => {
    const asked = req.url?.startsWith('/interaction/');
    (asked ? interact(provider, req, res) : answer(req, res)).catch(() => res.writeHead(500).end());
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function makeProvider(issuer: string, portals: string[]): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: portals.map((portal) => `${portal}/api/auth/callback/oidc`),
      },
    ],
    cookies: { keys: ['for tests alone'] },
    acrValues: ['urn:test:two'],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
}

/** The page where somebody says who they are, and whether they used two factors there. */
async function interact(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'POST') {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  if (form.get('refuse')) {
    await provider.interactionFinished(req, res, { error: 'access_denied' });
    return;
  }
  const strong = form.has('strong');
  const login = { accountId: form.get('account') ?? '', amr: strong ? ['pwd', 'mfa'] : ['pwd'] };
  await provider.interactionFinished(req, res, { login });
}

const page = `<!doctype html><html lang="en"><title>Test identity provider</title><h1>Test identity provider</h1>
<form method="post"><label>Who are you? <input name="account"></label>
<label><input type="checkbox" name="strong"> With two factors</label>
<button>Continue</button><button name="refuse" value="1">Refuse</button></form></html>`;
