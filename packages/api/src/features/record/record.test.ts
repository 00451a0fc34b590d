import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

let test: TestDatabase;
let administrator: { id: string };
let person: { id: string };
let party: Awaited<ReturnType<typeof createParty>>;

beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
  administrator = await createPerson(test, {
    party,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
  person = await createPerson(test, { party });
  const api = await callerAs(test, administrator);
  for (let count = 0; count < 52; count += 1)
    await api.people.correct({
      commandId: randomUUID(),
      personId: person.id,
      givenName: 'Ilka',
      familyName: `Vorn ${count}`,
      partyId: party.id,
    });
  await api.people.revokeSessions({ commandId: randomUUID(), personId: person.id });
});
afterAll(() => test.close());

it('shows the newest first, each row once over its pages', async () => {
  const api = await callerAs(test, administrator);
  const first = await api.record.list({});
  const second = await api.record.list({ before: first.next ?? '' });
  expect(first.entries[0]).toMatchObject({ action: 'session.revokeAll', subjectName: 'Ilka Vorn 51' });
  const ids = [...first.entries, ...second.entries].map((entry) => entry.id);
  expect(new Set(ids).size).toBe(53);
  expect(second.next).toBeNull();
});

it('is narrowed by action, person and day', async () => {
  const api = await callerAs(test, administrator);
  expect((await api.record.list({ action: 'session.revokeAll' })).entries).toHaveLength(1);
  expect((await api.record.list({ personId: person.id })).entries).toHaveLength(50);
  expect((await api.record.list({ until: '2020-01-01' })).entries).toEqual([]);
  expect(
    (await api.record.list({ action: 'person.correct', from: '2020-01-01', until: '2099-01-01' })).next,
  ).not.toBeNull();
  expect(await api.record.actions()).toEqual(['person.correct', 'session.revokeAll']);
});

it('shows others only what they did themselves', async () => {
  expect((await (await callerAs(test, person)).record.list({})).entries).toEqual([]);
  await expect((await callerAs(test, null)).record.list({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});
