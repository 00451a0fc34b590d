import { accountSecrets, sessions } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hashToken } from '../context.ts';
import { createCaller } from '../root.ts';
import { servicesOf } from '../testing/caller.ts';
import { giveSecrets, goodPassword } from '../testing/sign-in.ts';
import { rateLimits } from './rate-limits.ts';
import { signIn } from './sign-in.ts';
import { stepUp } from './step-up.ts';

const SECRET = '3CWONQUE5Z73S37FYDXBTDEZBBXPV3XV';
const origin = {
  address: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
  requestId: 'test',
};

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());
beforeEach(() => test.worker.sql`delete from rate_limit`);

const limits = () => rateLimits(test.app);
const enter = (email: string, password: string, code?: string, from = origin) =>
  signIn(servicesOf(test), limits(), { email, password, ...(code ? { code } : {}) }, from);
const codeNow = (stepsAway = 0) =>
  generate({ secret: SECRET, epoch: Math.floor(Date.now() / 1000) + 30 * stepsAway });
const ask = (token: string) =>
  createCaller({
    services: servicesOf(test),
    request: {
      sessionToken: token,
      requestId: 'test',
      address: '',
      userAgent: null,
      chosenLocale: null,
      browserLocale: 'en',
    },
  });

it('signs in by password, and keeps only the hash of the token', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person);
  const { token, sessionId } = await enter(email, goodPassword);
  const [row] = await test.worker.db.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(row?.tokenHash).toBe(hashToken(token));
  expect(row).toMatchObject({
    strength: 1,
    idleSeconds: 86_400,
    device: 'Firefox · Linux',
    address: '192.0.2.7',
  });
  expect((await ask(token).account.get()).email).toBe(email);
});

it('gives an unknown address, a wrong password, an account never opened and a person who left one answer', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person);
  const gone = await createPerson(test, { party, endedAt: new Date('2026-01-01') });
  const goneEmail = await giveSecrets(test, gone);
  const invited = await createPerson(test, { party, email: 'never.opened@n.example' });
  expect(invited.id).toBeTruthy();
  for (const [address, password] of [
    ['nobody@n.example', goodPassword],
    [email, 'not the password at all'],
    ['never.opened@n.example', goodPassword],
    [goneEmail, goodPassword],
  ] as const)
    await expect(enter(address, password)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      messageKey: 'signIn.refused',
    });
});

it('asks for the code only of who knows the password, and takes a code once', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person, { totp: SECRET });
  await expect(enter(email, 'not the password at all')).rejects.toMatchObject({
    messageKey: 'signIn.refused',
  });
  await expect(enter(email, goodPassword)).rejects.toMatchObject({ messageKey: 'signIn.codeNeeded' });
  await expect(enter(email, goodPassword, await codeNow(-5))).rejects.toMatchObject({
    messageKey: 'signIn.codeWrong',
  });
  const code = await codeNow();
  const { sessionId } = await enter(email, goodPassword, code);
  const [row] = await test.worker.db.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(row?.strength).toBe(2);
  await expect(enter(email, goodPassword, code)).rejects.toMatchObject({ messageKey: 'signIn.codeWrong' });
});

it('lets one of two in who use the same code at once', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person, { totp: SECRET });
  const code = await codeNow();
  const results = await Promise.allSettled([1, 2, 3].map(() => enter(email, goodPassword, code)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('takes a recovery code once, however it is typed', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person, { totp: SECRET, codes: ['abcd-efgh-jkmn-pqrs'] });
  await enter(email, goodPassword, 'ABCD EFGH JKMN PQRS');
  await expect(enter(email, goodPassword, 'abcd-efgh-jkmn-pqrs')).rejects.toMatchObject({
    messageKey: 'signIn.codeWrong',
  });
});

it('slows who guesses at an account, and not the same person elsewhere', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person);
  for (let tries = 0; tries < 10; tries += 1)
    await expect(enter(email, 'wrong')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(enter(email, goodPassword)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  await enter(email, goodPassword, undefined, { ...origin, address: '198.51.100.4' });
});

it('slows who guesses at an account that does not exist just the same', async () => {
  for (let tries = 0; tries < 10; tries += 1)
    await expect(enter('nobody@n.example', 'wrong')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(enter('nobody@n.example', 'wrong')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

it('gives an administrator half an hour of silence, and hashes anew when the cost has risen', async () => {
  const person = await createPerson(test, {
    party,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
  const email = await giveSecrets(test, person);
  const { hash } = await import('@node-rs/argon2');
  const old = await hash(goodPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await test.worker.db
    .update(accountSecrets)
    .set({ passwordHash: old })
    .where(eq(accountSecrets.personId, person.id));
  const { sessionId } = await enter(email, goodPassword);
  const [row] = await test.worker.db.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(row?.idleSeconds).toBe(1800);
  const [secrets] = await test.worker.db
    .select()
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, person.id));
  expect(secrets?.passwordHash).toContain('m=19456,t=2,p=1');
});

it('steps up under a new token, and the old one is worth nothing', async () => {
  const person = await createPerson(test, { party });
  const email = await giveSecrets(test, person);
  const { token, sessionId } = await enter(email, goodPassword);
  await test.worker.db
    .update(sessions)
    .set({ verifiedAt: new Date(0) })
    .where(eq(sessions.id, sessionId));
  const wrong = stepUp(servicesOf(test), limits(), token, { password: 'wrong' }, origin);
  await expect(wrong).rejects.toMatchObject({ messageKey: 'stepUp.wrong' });
  const next = await stepUp(servicesOf(test), limits(), token, { password: goodPassword }, origin);
  await expect(ask(token).account.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  expect((await ask(next.token).account.get()).email).toBe(email);
  await expect(
    stepUp(servicesOf(test), limits(), token, { password: goodPassword }, origin),
  ).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});
