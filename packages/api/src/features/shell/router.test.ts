import { newId } from '@concord/db/ids';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createBody, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('tells a delegate who they are and what they see', async () => {
  const party = await createParty(test, { nameEn: 'Nordmark', nameFr: 'Nordmarche' });
  const body = await createBody(test, {
    nameEn: 'Committee on Cyber Defence',
    nameFr: 'Comité de cyberdéfense',
  });
  const person = await createPerson(test, {
    party,
    givenName: 'Ilse',
    familyName: 'Varga',
    level: 0,
    appointments: [{ role: 'delegate', scope: 'body', scopeId: body.id }],
  });
  const shell = await (await callerAs(test, person)).shell.get();
  expect(shell.person).toMatchObject({
    name: 'Ilse Varga',
    party: { en: 'Nordmark', fr: 'Nordmarche' },
    appointments: [{ role: 'delegate', of: { en: 'Committee on Cyber Defence' } }],
  });
  expect(shell.sections.map((section) => section.key)).toEqual(['today', 'consult']);
});

it('is not told to somebody signed out', async () => {
  await expect((await callerAs(test, null)).shell.get()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

it('keeps preferences, once for one command id', async () => {
  const person = await createPerson(test, { party: await createParty(test), level: 0 });
  const caller = await callerAs(test, person);
  const input = { commandId: newId(), locale: 'fr', zone: 'Europe/Tallinn' } as const;
  await caller.shell.setPreferences(input);
  await caller.shell.setPreferences(input);
  const shell = await caller.shell.get();
  expect(shell.person).toMatchObject({ locale: 'fr', theme: 'system', zone: 'Europe/Tallinn' });
  await expect(
    caller.shell.setPreferences({ commandId: newId(), zone: 'Mars/Olympus' }),
  ).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

it('keeps when mail goes, and says so on the account page', async () => {
  const person = await createPerson(test, { party: await createParty(test), level: 0 });
  const caller = await callerAs(test, person);
  expect((await caller.account.get()).mail).toEqual({ mailing: 'daily', digestHour: 7 });
  await caller.shell.setPreferences({ commandId: newId(), mailing: 'each', digestHour: 18 });
  expect((await caller.account.get()).mail).toEqual({ mailing: 'each', digestHour: 18 });
  await expect(caller.shell.setPreferences({ commandId: newId(), digestHour: 24 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

it('counts, lists and marks notifications, one person at a time', async () => {
  const party = await createParty(test);
  const [person, other] = [await createPerson(test, { party }), await createPerson(test, { party })];
  const ids = [newId(), newId()];
  await test.worker.db
    .insert(notifications)
    .values([
      ...ids.map((id) => ({ id, personId: person.id, kind: 'enrolled', params: {} })),
      { id: newId(), personId: other.id, kind: 'enrolled', params: {} },
    ]);
  const caller = await callerAs(test, person);
  expect((await caller.shell.get()).unreadNotifications).toBe(2);
  const [newest, older] = (await caller.notifications.list({})).items;
  expect([newest?.id, older?.id]).toEqual([ids[1], ids[0]]);
  await caller.notifications.markRead({ commandId: newId(), upTo: ids[0] ?? '' });
  expect((await caller.shell.get()).unreadNotifications).toBe(1);
  expect((await caller.notifications.list({ before: ids[1] })).items.map((one) => one.read)).toEqual([true]);
});
