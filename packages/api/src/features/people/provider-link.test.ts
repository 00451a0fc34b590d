import { randomUUID } from 'node:crypto';
import { accounts } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { type createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaller } from '../../root.ts';
import { requestAs, testServices } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';
import { giveSecrets } from '../../testing/sign-in.ts';

const issuer = 'https://id.example';

let test: TestDatabase;
let nation: Awaited<ReturnType<typeof createParty>>;
let administrator: { id: string };
let officer: { id: string };
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  test = await testDatabase();
  ({ nation, administrator, officer } = await peopleScene(test));
  services = testServices(test, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'concord',
    OIDC_CLIENT_SECRET: 'none',
  });
});
afterAll(async () => {
  await services.close();
  await test.close();
});

const as = async (person: { id: string }, how?: Parameters<typeof requestAs>[2]) =>
  createCaller({ services, request: await requestAs(test, person, how) });
const command = (personId: string) => ({ commandId: randomUUID(), personId });
const linked = async (withPassword: boolean) => {
  const person = await createPerson(test, { party: nation });
  if (withPassword) await giveSecrets(test, person);
  await test.worker.db
    .update(accounts)
    .set({ activatedAt: new Date() })
    .where(eq(accounts.personId, person.id));
  await test.worker.db
    .insert(identities)
    .values({ id: randomUUID(), personId: person.id, issuer, subject: person.id });
  return person;
};
const activatedAt = async (personId: string) => {
  const [row] = await test.worker.db.select().from(accounts).where(eq(accounts.personId, personId));
  return row?.activatedAt;
};

it('takes the identity off a person, who is out everywhere and keeps the password', async () => {
  const person = await linked(true);
  const own = await as(person);
  const api = await as(administrator);
  expect((await api.people.byId({ personId: person.id })).waysIn?.provider).toMatchObject({
    name: 'id.example',
  });
  expect(await api.people.disconnectProvider(command(person.id))).toMatchObject({ closed: 1 });
  await expect(own.account.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  expect((await api.people.byId({ personId: person.id })).waysIn?.provider).toBeNull();
  expect(await activatedAt(person.id)).toBeTruthy();
  await expect(api.people.disconnectProvider(command(person.id))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('lets somebody who had no other way in be invited again', async () => {
  const person = await linked(false);
  const api = await as(administrator);
  await api.people.disconnectProvider(command(person.id));
  expect(await activatedAt(person.id)).toBeNull();
  await api.people.inviteAgain(command(person.id));
});

it('is an administrator’s alone, with a recent proof', async () => {
  const person = await linked(true);
  for (const reader of [officer, person])
    await expect((await as(reader)).people.disconnectProvider(command(person.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  const stale = await as(administrator, { verifiedAt: new Date(Date.now() - 3_600_000) });
  await expect(stale.people.disconnectProvider(command(person.id))).rejects.toMatchObject({
    messageKey: 'stepUp.required',
  });
});
