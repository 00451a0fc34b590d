import { newId } from '@concord/db/ids';
import { accountSecrets, accounts, mailLinks, recoveryCodes, sessions } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signInDemo } from '../../auth/demo.ts';
import { makeLink } from '../../auth/links.ts';
import { rateLimits } from '../../auth/rate-limits.ts';
import { sendReset } from '../../auth/resets.ts';
import { signIn } from '../../auth/sign-in.ts';
import { createCaller } from '../../root.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { giveSecrets, goodPassword } from '../../testing/sign-in.ts';
import type { LinkPurpose } from './rules.ts';

const other = 'seven quiet herons by the weir';
const origin = { address: '192.0.2.7', userAgent: null, requestId: 'test' };

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());
beforeEach(() => test.worker.sql`delete from rate_limit`);

const commandId = () => newId();
const link = async (personId: string, purpose: LinkPurpose) =>
  (await test.worker.db.transaction((tx) => makeLink({ tx, now: new Date() }, personId, purpose))).token;
const enter = (email: string, password: string) =>
  signIn(servicesOf(test), rateLimits(test.app), { email, password }, origin);
const person = async (options: Parameters<typeof giveSecrets>[2] = {}) => {
  const made = await createPerson(test, { party });
  return { ...made, email: await giveSecrets(test, made, options) };
};
const linksOf = (personId: string) =>
  test.worker.db.select().from(mailLinks).where(eq(mailLinks.personId, personId));
const liveSessions = async (personId: string) => {
  const rows = await test.worker.db.select().from(sessions).where(eq(sessions.personId, personId));
  return rows.filter((row) => row.revokedAt === null).length;
};

it('opens an account by its invitation, once', async () => {
  const made = await createPerson(test, { party });
  await test.worker.db.update(accounts).set({ activatedAt: null }).where(eq(accounts.personId, made.id));
  const token = await link(made.id, 'invitation');
  const api = await callerAs(test, null);
  const { email } = await api.account.invitation({ token });
  const weak = api.account.acceptInvitation({ commandId: commandId(), token, password: 'passwordpassword1' });
  await expect(weak).rejects.toMatchObject({ fields: [{ path: 'password', key: 'password.common' }] });
  await api.account.acceptInvitation({ commandId: commandId(), token, password: goodPassword });
  await enter(email, goodPassword);
  const again = api.account.acceptInvitation({ commandId: commandId(), token, password: other });
  await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND', messageKey: 'link.dead' });
  await expect(api.account.invitation({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('lets one of two through who use a link at once', async () => {
  const { id, email } = await person();
  const token = await link(id, 'reset');
  const api = await callerAs(test, null);
  const results = await Promise.allSettled(
    [other, 'nine amber kites over moss'].map((password) =>
      api.account.resetPassword({ commandId: commandId(), token, password }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(enter(email, goodPassword)).rejects.toMatchObject({ messageKey: 'signIn.refused' });
});

it('binds a link to its purpose, its time, and the last one sent', async () => {
  const { id } = await person();
  const api = await callerAs(test, null);
  const first = await link(id, 'reset');
  const second = await link(id, 'reset');
  const use = (token: string) =>
    api.account.resetPassword({ commandId: commandId(), token, password: other });
  await expect(use(first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(use(await link(id, 'invitation'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await test.worker.db.update(mailLinks).set({ expiresAt: new Date() }).where(eq(mailLinks.personId, id));
  await expect(use(second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('ends every session by a reset, and lets in whom a stranger had locked out', async () => {
  const { id, email } = await person();
  const { token: session } = await enter(email, goodPassword);
  for (let tries = 0; tries < 10; tries += 1) await enter(email, 'wrong').catch(() => undefined);
  await expect(enter(email, goodPassword)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  const request = {
    sessionToken: null,
    requestId: 't',
    address: origin.address,
    userAgent: null,
    chosenLocale: null,
    browserLocale: 'en',
  } as const;
  const api = createCaller({ services: servicesOf(test), request });
  await api.account.resetPassword({
    commandId: commandId(),
    token: await link(id, 'reset'),
    password: other,
  });
  const before = createCaller({ services: servicesOf(test), request: { ...request, sessionToken: session } });
  await expect(before.account.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect
    .poll(() =>
      enter(email, other).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
});

it('answers a request for a reset alike, and mails only who exists, a few times an hour', async () => {
  const { id, email } = await person();
  const api = await callerAs(test, null);
  const known = await api.account.requestReset({ commandId: commandId(), email });
  const unknown = await api.account.requestReset({ commandId: commandId(), email: 'nobody@n.example' });
  expect(known).toEqual(unknown);
  await expect.poll(async () => (await linksOf(id)).length).toBe(1);
  const request = { email, address: '192.0.2.9', requestId: 't' };
  for (let asked = 0; asked < 5; asked += 1) await sendReset(servicesOf(test), request);
  expect((await linksOf(id)).length).toBe(3);
});

it('sends a fresh invitation to who never opened the account', async () => {
  const made = await createPerson(test, { party });
  await test.worker.db.update(accounts).set({ activatedAt: null }).where(eq(accounts.personId, made.id));
  await sendReset(servicesOf(test), {
    email: `${made.id}@test.example`,
    address: '192.0.2.9',
    requestId: 't',
  });
  expect((await linksOf(made.id)).map(({ purpose }) => purpose)).toEqual(['invitation']);
});

it('changes the password after a fresh proof only, and ends the other sessions', async () => {
  const made = await person();
  await enter(made.email, goodPassword);
  const stale = await callerAs(test, made, { verifiedAt: new Date(Date.now() - 16 * 60_000) });
  const refused = stale.account.changePassword({ commandId: commandId(), password: other });
  await expect(refused).rejects.toMatchObject({ code: 'PRECONDITION_FAILED', messageKey: 'stepUp.required' });
  const api = await callerAs(test, made);
  const short = api.account.changePassword({ commandId: commandId(), password: 'four words' });
  await expect(short).rejects.toMatchObject({ fields: [{ key: 'password.tooShort' }] });
  await api.account.changePassword({ commandId: commandId(), password: other });
  expect(await liveSessions(made.id)).toBe(1);
  await enter(made.email, other);
});

it('puts a second factor in force by a code, and gives it the session at once', async () => {
  const made = await person();
  const api = await callerAs(test, made, { strength: 1 });
  await api.account.startSecondFactor({ commandId: commandId() });
  expect((await api.account.get()).secondFactor).toMatchObject({ confirmedAt: null, pending: 'factor' });
  const pending = await api.account.pendingFactor();
  if (pending?.kind !== 'factor') throw new Error('nothing pending');
  const wrong = api.account.confirmSecondFactor({ commandId: commandId(), code: '000000' });
  await expect(wrong).rejects.toMatchObject({ fields: [{ path: 'code' }] });
  const code = await generate({ secret: pending.secret });
  await api.account.confirmSecondFactor({ commandId: commandId(), code });
  const { secondFactor, leastPasswordLength } = await api.account.get();
  expect(secondFactor).toMatchObject({ pending: null, codesLeft: 10 });
  expect(leastPasswordLength).toBe(8);
  await expect(enter(made.email, goodPassword)).rejects.toMatchObject({ messageKey: 'signIn.codeNeeded' });
  const [stored] = await test.worker.db
    .select()
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, made.id));
  expect(stored?.totpSealed?.includes(pending.secret)).toBe(false);
});

it('shows what is pending only after a fresh proof, and keeps old recovery codes until the new are kept', async () => {
  const made = await person({ totp: '3CWONQUE5Z73S37FYDXBTDEZBBXPV3XV', codes: ['abcd-efgh-jkmn-pqrs'] });
  const api = await callerAs(test, made);
  await api.account.renewRecoveryCodes({ commandId: commandId() });
  const codesOf = () =>
    test.worker.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, made.id));
  expect(await codesOf()).toHaveLength(1);
  const stale = await callerAs(test, made, { verifiedAt: new Date(0) });
  expect(await stale.account.pendingFactor()).toBeNull();
  expect((await api.account.pendingFactor())?.codes).toHaveLength(10);
  await api.account.keepRecoveryCodes({ commandId: commandId() });
  expect(await codesOf()).toHaveLength(10);
});

it('puts a session out at the next request, and leaves other people’s alone', async () => {
  const [made, stranger] = [await person(), await person()];
  const request = await requestAs(test, made);
  const elsewhere = createCaller({ services: servicesOf(test), request });
  const { sessions: own } = await elsewhere.account.get();
  const sessionId = own.find((session) => session.current)?.id ?? '';
  const notTheirs = (await callerAs(test, stranger)).account.revokeSession({
    commandId: commandId(),
    sessionId,
  });
  await expect(notTheirs).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await (await callerAs(test, made)).account.revokeSession({ commandId: commandId(), sessionId });
  await expect(elsewhere.account.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

it('refuses the demo’s sign-in wherever the data is no demo', async () => {
  const made = await createPerson(test, { party, email: 'maija.rinne@nor.example' });
  await giveSecrets(test, made, { totp: '3CWONQUE5Z73S37FYDXBTDEZBBXPV3XV' });
  const services = servicesOf(test);
  const inDemo = { ...services, settings: { ...services.settings, demo: true } };
  const notSet = { ...services, settings: { ...services.settings, demo: false } };
  await expect(signInDemo(inDemo, 'learner', origin)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await test.worker.sql`update system_setting set demo = true`;
  await expect(signInDemo(notSet, 'learner', origin)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(signInDemo(inDemo, 'constructor', origin)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  const { sessionId } = await signInDemo(inDemo, 'learner', origin);
  const [row] = await test.worker.db.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(row).toMatchObject({ strength: 2, personId: made.id });
  await test.worker.sql`update system_setting set demo = false`;
});
