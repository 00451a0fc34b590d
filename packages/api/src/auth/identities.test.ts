import { accountSecrets, accounts, mailLinks, sessions } from '@concord/db/schema/people';
import { recordEntries } from '@concord/db/schema/system';
import type { TestDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayBack } from '../features/account/rules.ts';
import { as, errorOf, identitiesOf, providerScene } from '../testing/provider-scene.ts';
import { giveSecrets, goodPassword } from '../testing/sign-in.ts';
import { makeLink } from './links.ts';
import { sendReset } from './resets.ts';

let scene: Awaited<ReturnType<typeof providerScene>>;
let test: TestDatabase;
beforeAll(async () => {
  scene = await providerScene();
  test = scene.test;
});
afterAll(() => scene.close());

const resetLinksOf = (personId: string) =>
  test.worker.db
    .select()
    .from(mailLinks)
    .where(and(eq(mailLinks.personId, personId), eq(mailLinks.purpose, 'reset')));

describe('linking an identity', () => {
  const invited = async () => {
    const person = await createPerson(test, { party: scene.party });
    await test.worker.db.update(accounts).set({ activatedAt: null }).where(eq(accounts.personId, person.id));
    const made = await test.worker.db.transaction((tx) =>
      makeLink({ tx, now: new Date() }, person.id, 'invitation'),
    );
    return { ...person, link: made.token };
  };

  it('opens an account by its invitation, once, and signs in by it from then on', async () => {
    const person = await invited();
    const visitor = await scene.visitor();
    await scene.through(visitor, { account: 'new colleague' }, wayBack.invitation(person.link));
    expect(await identitiesOf(test, person.id)).toMatchObject([{ subject: 'new colleague' }]);
    const [secrets] = await test.worker.db
      .select()
      .from(accountSecrets)
      .where(eq(accountSecrets.personId, person.id));
    expect(secrets).toMatchObject({ passwordHash: null, totpConfirmedAt: null });
    await as(visitor).account.startSecondFactor({ commandId: crypto.randomUUID() });
    const later = await scene.visitor();
    await scene.through(later, { account: 'new colleague' });
    expect((await as(later).account.get()).email).toBeTruthy();
    await sendReset(later.services, {
      email: (await as(later).account.get()).email,
      address: '',
      requestId: 't',
    });
    expect(await resetLinksOf(person.id)).toEqual([]);
    const again = await scene.through(
      await scene.visitor(),
      { account: 'a third' },
      wayBack.invitation(person.link),
    );
    expect(errorOf(again)).toBe('link.dead');
    expect(again.redirect).toContain(`/invitation/${person.link}?`);
  });

  it('never takes an identity from the person it belongs to, and leaves the invitation unspent', async () => {
    await scene.linked('taken already');
    const person = await invited();
    const visitor = await scene.visitor();
    const answer = await scene.through(
      visitor,
      { account: 'taken already' },
      wayBack.invitation(person.link),
    );
    expect(errorOf(answer)).toBe('oidc.taken');
    expect(await identitiesOf(test, person.id)).toEqual([]);
    await scene.through(visitor, { account: 'my own' }, wayBack.invitation(person.link));
    expect(await identitiesOf(test, person.id)).toMatchObject([{ subject: 'my own' }]);
  });

  it('binds to who is signed in and proved it just now, and to nobody else', async () => {
    const person = await createPerson(test, { party: scene.party });
    const email = await giveSecrets(test, person);
    const visitor = await scene.visitor();
    const signedOut = await scene.through(visitor, { account: 'connects' }, wayBack.connect());
    expect(errorOf(signedOut)).toBe('oidc.failed');
    const { csrfToken } = visitor;
    await visitor.send('POST', 'callback', 'password', { csrfToken, email, password: goodPassword });
    const token = visitor.jar['concord-session'];
    const stale = { verifiedAt: new Date(Date.now() - 3_600_000) };
    await test.worker.db.update(sessions).set(stale).where(eq(sessions.personId, person.id));
    const late = await scene.through(visitor, { account: 'connects' }, wayBack.connect());
    expect(errorOf(late)).toBe('oidc.proveFirst');
    await test.worker.db
      .update(sessions)
      .set({ verifiedAt: new Date() })
      .where(eq(sessions.personId, person.id));
    const done = await scene.through(visitor, { account: 'connects' }, wayBack.connect());
    expect(done.redirect).toBe('http://localhost:3000/account?connected=1');
    expect(visitor.jar['concord-session']).toBe(token);
    expect(await identitiesOf(test, person.id)).toMatchObject([{ subject: 'connects' }]);
    const second = await scene.through(visitor, { account: 'another of mine' }, wayBack.connect());
    expect(errorOf(second)).toBe('oidc.already');
    const entries = await test.worker.db
      .select()
      .from(recordEntries)
      .where(and(eq(recordEntries.actorId, person.id), eq(recordEntries.action, 'account.identity.link')));
    expect(entries).toHaveLength(1);
    await as(visitor).account.disconnectProvider({ commandId: crypto.randomUUID() });
    expect(await identitiesOf(test, person.id)).toEqual([]);
  });

  it('is not taken away while it is the only way in', async () => {
    const person = await scene.linked('only way');
    await test.worker.db
      .update(accountSecrets)
      .set({ passwordHash: null })
      .where(eq(accountSecrets.personId, person.id));
    const visitor = await scene.visitor();
    await scene.through(visitor, { account: 'only way' });
    const taken = as(visitor).account.disconnectProvider({ commandId: crypto.randomUUID() });
    await expect(taken).rejects.toMatchObject({ messageKey: 'oidc.onlyWay' });
    expect(await identitiesOf(test, person.id)).toHaveLength(1);
  });
});
