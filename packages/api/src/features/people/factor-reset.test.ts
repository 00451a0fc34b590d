import { randomUUID } from 'node:crypto';
import { accountSecrets, accounts, recoveryCodes, sessions } from '@concord/db/schema/people';
import { identities, passkeys } from '@concord/db/schema/sign-in';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { type createParty, createPerson } from '@concord/db/testing/fixtures';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rateLimits } from '../../auth/rate-limits.ts';
import { signIn } from '../../auth/sign-in.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';
import { giveSecrets, goodPassword } from '../../testing/sign-in.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const HOUR = 3_600_000;
const origin = { address: '192.0.2.9', userAgent: null, requestId: 'test' };

let test: TestDatabase;
let nation: Awaited<ReturnType<typeof createParty>>;
let administrator: { id: string };
let officer: { id: string };
let coordinator: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  ({ nation, administrator, officer, coordinator } = await peopleScene(test));
});
afterAll(() => test.close());

const as = (person: { id: string } | null, how?: Parameters<typeof callerAs>[2]) =>
  callerAs(test, person, how);
const reset = (personId: string) => ({ commandId: randomUUID(), personId, reason: 'Lost the phone.' });
const somebody = async (roles: Parameters<typeof createPerson>[1]['appointments'] = []) => {
  const person = await createPerson(test, { party: nation, appointments: roles });
  const email = await giveSecrets(test, person, { totp: SECRET, codes: ['abcd-efgh-jkmn-pqrs'] });
  return { ...person, email };
};
const secretsOf = async (personId: string) => {
  const [row] = await test.worker.db
    .select()
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId));
  return row;
};

it('takes every factor away, ends every session, tells the person and writes down why', async () => {
  const person = await somebody();
  await test.worker.db.insert(passkeys).values({
    id: randomUUID(),
    personId: person.id,
    credentialId: randomUUID(),
    publicKey: Buffer.from('key'),
    name: 'Phone',
  });
  const own = await as(person);
  const command = reset(person.id);
  const first = await (await as(administrator)).people.resetFactor(command);
  expect(first).toMatchObject({ closed: 1 });
  await expect(own.account.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await secretsOf(person.id)).toMatchObject({ totpSealed: null, totpConfirmedAt: null });
  expect(
    await test.worker.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, person.id)),
  ).toEqual([]);
  expect(await test.worker.db.select().from(passkeys).where(eq(passkeys.personId, person.id))).toEqual([]);
  const open = and(eq(sessions.personId, person.id), isNull(sessions.revokedAt));
  expect(await test.worker.db.select().from(sessions).where(open)).toEqual([]);
  const entries = await test.worker.db
    .select()
    .from(recordEntries)
    .where(and(eq(recordEntries.subjectId, person.id), eq(recordEntries.action, 'person.factor.reset')));
  expect(entries).toMatchObject([
    { actorId: administrator.id, details: { sessions: 1, reason: 'Lost the phone.' } },
  ]);
  const mails = await test.owner.sql`
    select data from pgboss.job where name = 'mail' and data->>'kind' = 'factorReset'`;
  expect(mails).toHaveLength(1);
});

it('lets the person in by the password alone, and asks for a new factor until there is one', async () => {
  const person = await somebody();
  await (await as(administrator)).people.resetFactor(reset(person.id));
  await signIn(
    servicesOf(test),
    rateLimits(test.app),
    { email: person.email, password: goodPassword },
    origin,
  );
  const api = await as(person, { strength: 1 });
  expect((await api.account.get()).secondFactor).toMatchObject({ needed: true, confirmedAt: null });
  const page = await (await as(administrator)).people.byId({ personId: person.id });
  expect(page.waysIn?.factorResetAt).toBeTruthy();
  expect(page.waysIn).toMatchObject({ factorSince: null, resetReason: 'Lost the phone.' });
});

it('is nobody’s but an administrator’s who proved just now who they are', async () => {
  const person = await somebody();
  for (const reader of [officer, coordinator, person])
    await expect((await as(reader)).people.resetFactor(reset(person.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  await expect((await as(null)).people.resetFactor(reset(person.id))).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  });
  const weak = await as(administrator, { strength: 1 });
  await expect(weak.people.resetFactor(reset(person.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const stale = await as(administrator, { verifiedAt: new Date(Date.now() - HOUR) });
  await expect(stale.people.resetFactor(reset(person.id))).rejects.toMatchObject({
    messageKey: 'stepUp.required',
  });
  expect((await secretsOf(person.id))?.totpConfirmedAt).toBeTruthy();
});

it('is not done to oneself, nor to who has none or has left; to another administrator it is', async () => {
  const colleague = await somebody([{ role: 'administrator', scope: 'alliance' }]);
  const api = await as(administrator);
  await expect(api.people.resetFactor(reset(administrator.id))).rejects.toMatchObject({
    code: 'FORBIDDEN',
    messageKey: 'people.resetOwnFactor',
  });
  await api.people.resetFactor(reset(colleague.id));
  await expect(api.people.resetFactor(reset(colleague.id))).rejects.toMatchObject({
    messageKey: 'people.noFactor',
  });
  const gone = await somebody();
  await api.people.end({ commandId: randomUUID(), personId: gone.id });
  await expect(api.people.resetFactor(reset(gone.id))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const wordless = { ...reset(colleague.id), reason: ' ' };
  await expect(api.people.resetFactor(wordless)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

it('shows how a person signs in to who manages access, and to nobody else', async () => {
  const person = await somebody();
  await test.worker.db
    .insert(identities)
    .values({ id: randomUUID(), personId: person.id, issuer: 'https://id.example', subject: person.id });
  await test.worker.db
    .update(accounts)
    .set({ secondFactorAt: new Date() })
    .where(eq(accounts.personId, person.id));
  const page = await (await as(administrator)).people.byId({ personId: person.id });
  expect(page.waysIn).toMatchObject({ passkeys: 0, factorResetAt: null, provider: null });
  expect(page.waysIn?.factorSince).toBeTruthy();
  for (const reader of [officer, coordinator, person])
    expect((await (await as(reader)).people.byId({ personId: person.id })).waysIn).toBeNull();
});
