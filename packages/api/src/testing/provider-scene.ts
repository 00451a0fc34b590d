import { sessions } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { wayBack } from '../features/account/rules.ts';
import { createCaller } from '../root.ts';
import { authBrowser } from './auth-browser.ts';
import { startIdentityProvider } from './identity-provider.ts';
import { giveSecrets } from './sign-in.ts';
import { testClient } from './test-client.ts';

/** A portal on this machine, and one behind https. */
export const loopback = {
  CONCORD_URL: 'http://localhost:3000',
  CONCORD_CONTENT_URL: 'http://127.0.0.1:3001',
};
export const behindHttps = {
  CONCORD_URL: 'https://concord.example',
  CONCORD_CONTENT_URL: 'https://content.example',
};

/** What somebody types at the identity provider. */
export type Typed = { account: string; strong?: boolean; refuse?: boolean };
export type Visitor = Awaited<ReturnType<typeof authBrowser>>;

/** A database, an identity provider and people who go from one to the other. */
export async function providerScene() {
  const test = await testDatabase();
  const party = await createParty(test);
  const provider = await startIdentityProvider([loopback.CONCORD_URL, behindHttps.CONCORD_URL]);
  const open: Visitor[] = [];
  const visitor = async (env: Record<string, string> = {}) => {
    const made = await authBrowser(test, {
      ...loopback,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: testClient.id,
      OIDC_CLIENT_SECRET: testClient.secret,
      OIDC_STRONG: 'amr:mfa',
      ...env,
    });
    open.push(made);
    return made;
  };
  const through = async (who: Visitor, typed: Typed, callbackUrl = wayBack.enter('/learn')) => {
    const query = await answerOf(await leave(who, callbackUrl), typed);
    return who.send('GET', 'callback', 'oidc', { query });
  };
  return {
    test,
    party,
    visitor,
    through,
    linked: (subject: string, secrets?: Secrets) =>
      linkedPerson(test, party, provider.issuer, subject, secrets),
    close: async () => {
      for (const { services } of open) await services.close();
      await provider.close();
      await test.close();
    },
  };
}

type Secrets = Parameters<typeof giveSecrets>[2];

/** Sends the browser to the provider; the address it is sent to. */
export async function leave(who: Visitor, callbackUrl: string, csrfToken = who.csrfToken): Promise<string> {
  return (await who.send('POST', 'signin', 'oidc', { csrfToken, callbackUrl })).redirect;
}

/** Says who one is at the provider; the question it sends back to the portal with. */
export async function answerOf(address: string, typed: Typed): Promise<Record<string, string>> {
  const jar = new Map<string, string>();
  const form = new URLSearchParams({ account: typed.account });
  if (typed.strong) form.set('strong', 'on');
  if (typed.refuse) form.set('refuse', '1');
  let next = address;
  for (let hops = 0; hops < 8; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = new URL(next).pathname.startsWith('/interaction/');
    const post = asked ? { method: 'POST', body: form } : {};
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie }, ...post });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    next = new URL(answer.headers.get('location') ?? '', next).href;
    if (new URL(next).origin !== new URL(address).origin)
      return Object.fromEntries(new URL(next).searchParams);
  }
  throw new Error('The provider never came to an end.');
}

/** A person with an open account whose identity is linked already. */
async function linkedPerson(
  test: TestDatabase,
  party: { id: string },
  issuer: string,
  subject: string,
  secrets?: Secrets,
) {
  const person = await createPerson(test, { party });
  await giveSecrets(test, person, secrets);
  await test.worker.db.insert(identities).values({ id: person.id, personId: person.id, issuer, subject });
  return person;
}

/** The sessions of a person that have not been ended. */
export async function sessionsOf(test: TestDatabase, personId: string) {
  const rows = await test.worker.db.select().from(sessions).where(eq(sessions.personId, personId));
  return rows.filter((row) => row.revokedAt === null);
}

/** The identities linked to a person. */
export function identitiesOf(test: TestDatabase, personId: string) {
  return test.worker.db.select().from(identities).where(eq(identities.personId, personId));
}

/** What a refusal says, by its key. */
export function errorOf(answer: { redirect: string }): string | null {
  return new URL(answer.redirect).searchParams.get('error');
}

/** The procedures, as the browser that holds this cookie. */
export function as({ services, jar }: Visitor) {
  const sessionToken = jar['concord-session'] ?? null;
  const request = {
    sessionToken,
    requestId: 't',
    address: '',
    userAgent: null,
    chosenLocale: null,
    browserLocale: 'en',
  } as const;
  return createCaller({ services, request });
}
