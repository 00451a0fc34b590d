import { people } from '@concord/db/schema/people';
import type { TestDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayBack } from '../features/account/rules.ts';
import {
  answerOf,
  as,
  behindHttps,
  errorOf,
  leave,
  loopback,
  providerScene,
  sessionsOf,
} from '../testing/provider-scene.ts';
import { goodPassword } from '../testing/sign-in.ts';

let scene: Awaited<ReturnType<typeof providerScene>>;
let test: TestDatabase;
beforeAll(async () => {
  scene = await providerScene();
  test = scene.test;
});
afterAll(() => scene.close());

describe('signing in by an identity provider', () => {
  it.each([
    [loopback, 'concord-session', false],
    [behindHttps, '__Host-concord-session', true],
  ] as const)(
    'asks with PKCE, state and nonce, and opens a session of our own (%#)',
    async (env, name, secure) => {
      const person = await scene.linked(`subject at ${name}`);
      const visitor = await scene.visitor(env);
      const asked = new URL(await leave(visitor, wayBack.enter('/learn')));
      expect(Object.fromEntries(asked.searchParams)).toMatchObject({
        scope: 'openid',
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: `${env.CONCORD_URL}/api/auth/callback/oidc`,
      });
      expect(asked.searchParams.get('state')).toBeTruthy();
      expect(asked.searchParams.get('nonce')).toBeTruthy();
      const query = await answerOf(asked.href, { account: `subject at ${name}`, strong: true });
      const answer = await visitor.send('GET', 'callback', 'oidc', { query });
      expect(answer.redirect).toBe(`${env.CONCORD_URL}/sign-in/after?next=%2Flearn`);
      const cookie = answer.cookies.find((one) => one.name === name);
      expect(cookie?.value).toMatch(/^[\w-]{43}$/);
      expect(cookie?.line.includes('Secure')).toBe(secure);
      expect(await sessionsOf(test, person.id)).toMatchObject([{ strength: 2 }]);
    },
  );

  it('counts one factor unless the provider says two, and what was proved there when it was proved', async () => {
    const person = await scene.linked('one factor');
    const visitor = await scene.visitor();
    await scene.through(visitor, { account: 'one factor' });
    const [session] = await sessionsOf(test, person.id);
    expect(session?.strength).toBe(1);
    expect(session?.verifiedAt.getTime()).toBeLessThanOrEqual(session?.createdAt.getTime() ?? 0);
    expect(session?.verifiedAt.getTime()).toBeGreaterThan((session?.createdAt.getTime() ?? 0) - 60_000);
  });

  it('lets who has a second factor here and did not use it do nothing sensitive', async () => {
    const person = await scene.linked('half', { totp: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
    const visitor = await scene.visitor();
    await scene.through(visitor, { account: 'half' });
    expect(await sessionsOf(test, person.id)).toMatchObject([{ strength: 1, verifiedAt: new Date(0) }]);
    const change = as(visitor).account.startSecondFactor({ commandId: crypto.randomUUID() });
    await expect(change).rejects.toMatchObject({ messageKey: 'stepUp.required' });
    const { csrfToken } = visitor;
    const proof = await visitor.send('POST', 'callback', 'step-up', { csrfToken, password: goodPassword });
    expect(errorOf(proof)).toBe('stepUp.codeNeeded');
  });

  it('makes nobody: an identity that is not linked, or of somebody who left, opens nothing', async () => {
    const gone = await scene.linked('left');
    await test.worker.db.update(people).set({ endedAt: new Date() }).where(eq(people.id, gone.id));
    const before = (await test.worker.db.select().from(people)).length;
    for (const account of ['never seen', 'left']) {
      const visitor = await scene.visitor();
      const answer = await scene.through(visitor, { account, strong: true });
      expect(errorOf(answer)).toBe('oidc.unknown');
      expect(visitor.jar['concord-session']).toBeUndefined();
    }
    expect((await test.worker.db.select().from(people)).length).toBe(before);
  });

  it('says only that it did not work when the provider refuses or the answer was tampered with', async () => {
    const person = await scene.linked('careful');
    const refused = await scene.visitor();
    const no = await scene.through(refused, { account: 'careful', refuse: true });
    expect(no.redirect).toMatch(/error=(OAuth)?Callback$/);
    for (const [name, value] of [
      ['state', 'x'],
      ['code', 'x'],
      ['iss', 'https://evil.example'],
    ] as const) {
      const visitor = await scene.visitor();
      const query = await answerOf(await leave(visitor, wayBack.enter('/')), { account: 'careful' });
      const answer = await visitor.send('GET', 'callback', 'oidc', { query: { ...query, [name]: value } });
      expect(answer.redirect).toMatch(/error=(OAuth)?Callback$/);
    }
    const mine = await scene.visitor();
    const query = await answerOf(await leave(mine, wayBack.enter('/')), { account: 'careful' });
    const stranger = await scene.visitor();
    const stolen = await stranger.send('GET', 'callback', 'oidc', { query });
    expect(stolen.redirect).toMatch(/error=(OAuth)?Callback$/);
    expect(await sessionsOf(test, person.id)).toEqual([]);
  });

  it('does not leave for the provider without the token against forgery', async () => {
    const visitor = await scene.visitor();
    expect(await leave(visitor, '/', 'forged')).toContain('/api/auth/signin?csrf=true');
  });

  it('replaces the session when the same person proves again, and refuses another person', async () => {
    const person = await scene.linked('again');
    await scene.linked('somebody else');
    const visitor = await scene.visitor();
    await scene.through(visitor, { account: 'again', strong: true });
    const [first] = await sessionsOf(test, person.id);
    const other = await scene.through(visitor, { account: 'somebody else', strong: true });
    expect(errorOf(other)).toBe('oidc.other');
    await scene.through(visitor, { account: 'again', strong: true });
    const now = await sessionsOf(test, person.id);
    expect(now).toHaveLength(1);
    expect(now[0]?.id).not.toBe(first?.id);
  });
});
