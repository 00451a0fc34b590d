import { randomUUID } from 'node:crypto';
import { accountSecrets, accounts, people, sessions } from '@concord/db/schema/people';
import { passkeyChallenges, passkeys } from '@concord/db/schema/sign-in';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAuthenticator } from '../testing/authenticator.ts';
import { callerAs, servicesOf } from '../testing/caller.ts';
import { giveSecrets, goodPassword } from '../testing/sign-in.ts';
import { readPasskeyAnswer } from './passkey-answer.ts';
import { signInByPasskey } from './passkey-sign-in.ts';
import { rateLimits } from './rate-limits.ts';
import { signIn } from './sign-in.ts';
import { stepUp } from './step-up.ts';

const ORIGIN = 'http://localhost:3000';
const origin = { address: '192.0.2.7', userAgent: null, requestId: 'test' };
const HOUR = 3_600_000;

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());
beforeEach(() => test.worker.sql`delete from rate_limit`);

const command = () => ({ commandId: randomUUID() });
const ask = async () => (await callerAs(test, null)).account.askForPasskey(command());
const somebody = async (secrets?: Parameters<typeof giveSecrets>[2]) => {
  const person = await createPerson(test, { party });
  return { ...person, email: await giveSecrets(test, person, secrets) };
};
const enter = (answer: string) => {
  const read = readPasskeyAnswer(answer);
  if (!read) throw new Error('no answer');
  return signInByPasskey(servicesOf(test), rateLimits(test.app), read, origin);
};
const withPasskey = async (secrets?: Parameters<typeof giveSecrets>[2]) => {
  const person = await somebody(secrets);
  const key = makeAuthenticator(ORIGIN);
  const api = await callerAs(test, person, { strength: secrets?.totp ? 2 : 1 });
  const answer = key.register(await api.account.startPasskey(command()));
  const { passkeyId } = await api.account.addPasskey({ ...command(), name: 'Laptop', answer });
  return { person, key, api, passkeyId };
};
const refused = { code: 'UNAUTHORIZED', messageKey: 'passkey.refused' };

describe('a passkey', () => {
  it('is made by who proved who they are, counts as the second factor, and signs in alone', async () => {
    const { person, key, api } = await withPasskey();
    const account = await api.account.get();
    expect(account.passkeys.list).toMatchObject([{ name: 'Laptop', usedAt: null, synced: false }]);
    expect(account.secondFactor).toMatchObject({ used: true });
    const { sessionId, personId } = await enter(key.use(await ask()));
    expect(personId).toBe(person.id);
    const [session] = await test.worker.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session?.strength).toBe(2);
    expect((await api.account.get()).passkeys.list[0]?.usedAt).toBeTruthy();
  });

  it('answers a question once, while it lasts, and one that was asked', async () => {
    const { key } = await withPasskey();
    const asked = await ask();
    await enter(key.use(asked));
    await expect(enter(key.use(asked))).rejects.toMatchObject(refused);
    await expect(enter(key.use({ challenge: 'bWFkZSB1cA' }))).rejects.toMatchObject(refused);
    const late = await ask();
    await test.worker.db
      .update(passkeyChallenges)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(passkeyChallenges.challenge, late.challenge));
    await expect(enter(key.use(late))).rejects.toMatchObject(refused);
  });

  it('lets one of two in who answer one question at once', async () => {
    const { key } = await withPasskey();
    const answer = key.use(await ask());
    const results = await Promise.allSettled([enter(answer), enter(answer), enter(answer)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of another site, without the person verified, unknown, or with a counter that fell back opens nothing', async () => {
    const { key } = await withPasskey();
    await enter(key.use(await ask(), { counter: 7 }));
    const tries = [
      key.use(await ask(), { counter: 8, origin: 'https://concord.evil.example' }),
      key.use(await ask(), { counter: 8, verified: false }),
      key.use(await ask(), { counter: 3 }),
      makeAuthenticator(ORIGIN).use(await ask()),
    ];
    for (const answer of tries) await expect(enter(answer)).rejects.toMatchObject(refused);
    await enter(key.use(await ask(), { counter: 8 }));
  });

  it('of somebody who left, or whose account was never opened, opens nothing', async () => {
    const left = await withPasskey();
    await test.worker.db.update(people).set({ endedAt: new Date() }).where(eq(people.id, left.person.id));
    const never = await withPasskey();
    await test.worker.db
      .update(accounts)
      .set({ activatedAt: null })
      .where(eq(accounts.personId, never.person.id));
    for (const { key } of [left, never])
      await expect(enter(key.use(await ask()))).rejects.toMatchObject(refused);
  });

  it('is not made with another person’s question, for another site, twice, or without a recent proof', async () => {
    const [one, two] = [await somebody(), await somebody()];
    const [mine, other] = [await callerAs(test, one), await callerAs(test, two)];
    const key = makeAuthenticator(ORIGIN);
    const add = (api: typeof mine, answer: string) =>
      api.account.addPasskey({ ...command(), name: 'Key', answer });
    const bad = { code: 'BAD_REQUEST', messageKey: 'passkey.refused' };
    await expect(add(other, key.register(await mine.account.startPasskey(command())))).rejects.toMatchObject(
      bad,
    );
    const elsewhere = key.register(await mine.account.startPasskey(command()), {
      origin: 'https://x.example',
    });
    await expect(add(mine, elsewhere)).rejects.toMatchObject(bad);
    const weak = key.register(await mine.account.startPasskey(command()), { verified: false });
    await expect(add(mine, weak)).rejects.toMatchObject(bad);
    await expect(add(mine, '{"id": 1}')).rejects.toMatchObject(bad);
    await add(mine, key.register(await mine.account.startPasskey(command())));
    const again = key.register(await other.account.startPasskey(command()));
    await expect(add(other, again)).rejects.toMatchObject({ code: 'CONFLICT' });
    const stale = await callerAs(test, one, { verifiedAt: new Date(Date.now() - HOUR) });
    await expect(stale.account.startPasskey(command())).rejects.toMatchObject({
      messageKey: 'stepUp.required',
    });
  });
});

describe('beside a passkey', () => {
  it('a password alone opens a session that may do nothing sensitive, until the passkey is used', async () => {
    const { person, key } = await withPasskey();
    const { token } = await signIn(
      servicesOf(test),
      rateLimits(test.app),
      { email: person.email, password: goodPassword },
      origin,
    );
    const [session] = await test.worker.db
      .select()
      .from(sessions)
      .where(and(eq(sessions.personId, person.id), isNull(sessions.revokedAt), eq(sessions.strength, 1)));
    expect(session?.verifiedAt).toEqual(new Date(0));
    const prove = (proof: Parameters<typeof stepUp>[3]) =>
      stepUp(servicesOf(test), rateLimits(test.app), token, proof, origin);
    await expect(prove({ password: goodPassword })).rejects.toMatchObject({
      messageKey: 'stepUp.codeNeeded',
    });
    const stranger = await withPasskey();
    await expect(prove({ answer: stranger.key.use(await ask()) })).rejects.toMatchObject({
      messageKey: 'stepUp.wrong',
    });
    const proven = await prove({ answer: key.use(await ask()) });
    expect(proven.token).not.toBe(token);
  });

  it('the last factor stays, another may go; nobody touches what is not theirs', async () => {
    const { api, passkeyId, person } = await withPasskey();
    const stranger = await callerAs(test, await somebody());
    await expect(stranger.account.removePasskey({ ...command(), passkeyId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const rename = { ...command(), passkeyId, name: 'Mine now' };
    await expect(stranger.account.renamePasskey(rename)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(api.account.removePasskey({ ...command(), passkeyId })).rejects.toMatchObject({
      messageKey: 'passkey.lastFactor',
    });
    await api.account.renamePasskey({ ...command(), passkeyId, name: ' Old laptop ' });
    expect((await api.account.get()).passkeys.list[0]?.name).toBe('Old laptop');
    await test.worker.db
      .update(accountSecrets)
      .set({ totpConfirmedAt: new Date() })
      .where(eq(accountSecrets.personId, person.id));
    await api.account.removePasskey({ ...command(), passkeyId });
    expect(await test.worker.db.select().from(passkeys).where(eq(passkeys.personId, person.id))).toEqual([]);
  });
});
