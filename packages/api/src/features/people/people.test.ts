import { randomUUID } from 'node:crypto';
import { mailLinks, people, sessions } from '@concord/db/schema/people';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';

let test: TestDatabase;
let nation: Awaited<ReturnType<typeof createParty>>;
let other: Awaited<ReturnType<typeof createParty>>;
let administrator: { id: string };
let officer: { id: string };
let coordinator: { id: string };
let stranger: { id: string };

const id = () => ({ commandId: randomUUID() });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const as = (person: { id: string } | null, signIn?: Parameters<typeof callerAs>[2]) =>
  callerAs(test, person, signIn);
const fails = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  test = await testDatabase();
  ({ nation, other, administrator, officer, coordinator, stranger } = await peopleScene(test));
});
afterAll(() => test.close());

const someone = (givenName = 'Ilka') => createPerson(test, { party: nation, givenName });

describe('the directory', () => {
  it('shows an administrator everybody, a party’s officers their own, and nobody else anything', async () => {
    const person = await someone('Žofia');
    const all = await (await as(administrator)).people.list({ query: 'zofia' });
    expect(all.people.map((row) => row.id)).toEqual([person.id]);
    expect(all.people[0]?.email).toContain('@');
    for (const reader of [officer, coordinator]) {
      const own = await (await as(reader)).people.list({});
      expect(new Set(own.people.map((row) => row.partyCode))).toEqual(new Set([nation.code]));
      expect(own.can.invite).toBe(false);
    }
    await expect((await as(stranger)).people.list({})).rejects.toEqual(fails('FORBIDDEN'));
    await expect((await as(null)).people.list({})).rejects.toEqual(fails('UNAUTHORIZED'));
  });

  it('goes through every person once, page by page', async () => {
    const party = await createParty(test);
    const made = [];
    for (let count = 0; count < 53; count += 1)
      made.push((await createPerson(test, { party, familyName: `Same ${count % 3}` })).id);
    const api = await as(administrator);
    const first = await api.people.list({ partyId: party.id });
    const second = await api.people.list({ partyId: party.id, after: first.next ?? '' });
    expect(first.people).toHaveLength(50);
    expect(second.next).toBeNull();
    expect([...first.people, ...second.people].map((row) => row.id).sort()).toEqual(made.sort());
  });
});

describe('a person', () => {
  it('is to others a name and a title, to those with the right more', async () => {
    const person = await someone();
    const seen = await (await as(stranger)).people.byId({ personId: person.id });
    expect(seen).toMatchObject({ account: null, access: null, enrolments: null });
    expect(Object.values(seen.can).some(Boolean)).toBe(false);
    const byOfficer = await (await as(officer)).people.byId({ personId: person.id });
    expect(byOfficer.access?.sessions).toBeNull();
    expect(byOfficer.can).toMatchObject({ attest: true, appoint: false, end: false });
    const byAdministrator = await (await as(administrator)).people.byId({ personId: person.id });
    expect(byAdministrator.can).toMatchObject({ attest: false, appoint: true, end: true });
    expect(byAdministrator.access?.sessions).toEqual([]);
  });

  it('who left does not exist for strangers', async () => {
    const person = await createPerson(test, { party: nation, endedAt: new Date() });
    await expect((await as(stranger)).people.byId({ personId: person.id })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
    expect((await (await as(administrator)).people.byId({ personId: person.id })).endedAt).not.toBeNull();
  });

  it('is corrected by an administrator; a name of 300 characters is refused by its field', async () => {
    const person = await someone();
    const input = { personId: person.id, givenName: 'Ilka', familyName: 'Vorn', partyId: nation.id };
    await (await as(administrator)).people.correct({ ...id(), ...input });
    await expect(
      (await as(administrator)).people.correct({ ...id(), ...input, familyName: 'x'.repeat(300) }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    for (const reader of [officer, coordinator, stranger])
      await expect((await as(reader)).people.correct({ ...id(), ...input })).rejects.toEqual(
        fails('NOT_FOUND'),
      );
  });

  it('who moves to another party loses what the old one vouched for', async () => {
    const person = await someone();
    await (await as(officer)).people.attest({
      ...id(),
      personId: person.id,
      level: 1,
      validUntil: inDays(30),
    });
    await (await as(administrator)).people.correct({
      ...id(),
      personId: person.id,
      givenName: 'Ilka',
      familyName: 'Vorn',
      partyId: other.id,
    });
    const seen = await (await as(administrator)).people.byId({ personId: person.id });
    expect(seen.access?.attestations.map(({ state }) => state)).toEqual(['revoked']);
  });
});

describe('an invitation', () => {
  const input = () => ({
    ...id(),
    givenName: 'Łucja',
    familyName: 'Vorn',
    partyId: nation.id,
    email: `${randomUUID()}@nor.example`,
  });

  it('makes a person with an account and one link; sent again, the earlier link is dead', async () => {
    const api = await as(administrator);
    const wanted = input();
    const first = await api.people.invite(wanted);
    expect(await api.people.invite(wanted)).toEqual(first);
    await api.people.inviteAgain({ ...id(), personId: first.personId });
    const links = await test.worker.db.select().from(mailLinks).where(eq(mailLinks.personId, first.personId));
    expect(links.filter(({ usedAt, expiresAt }) => usedAt === null && expiresAt > new Date())).toHaveLength(
      1,
    );
    const seen = await api.people.byId(first);
    expect(seen.account).toMatchObject({ email: wanted.email, activatedAt: null });
  });

  it('to an address that is taken is refused, two at once included, and others may not send any', async () => {
    const wanted = input();
    const both = await Promise.allSettled([
      (await as(administrator)).people.invite(wanted),
      (await as(administrator)).people.invite({ ...wanted, ...id() }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const reader of [officer, coordinator, stranger])
      await expect((await as(reader)).people.invite(input())).rejects.toEqual(fails('NOT_FOUND'));
    await expect(
      (await as(administrator)).people.invite({ ...input(), email: 'no address' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('the end of a person', () => {
  it('closes sessions, appointments and attestations at once', async () => {
    const person = await createPerson(test, {
      party: nation,
      level: 1,
      appointments: [{ role: 'trainingCoordinator', scope: 'party', scopeId: nation.id }],
    });
    const theirs = await as(person);
    expect((await theirs.people.list({})).people.length).toBeGreaterThan(0);
    const api = await as(administrator);
    await api.people.end({ ...id(), personId: person.id });
    await expect(theirs.people.list({})).rejects.toEqual(fails('UNAUTHORIZED'));
    const seen = await api.people.byId({ personId: person.id });
    expect(seen.access?.appointments.map(({ state }) => state)).toEqual(['ended']);
    expect(seen.access?.attestations.map(({ state }) => state)).toEqual(['revoked']);
    await expect(api.people.end({ ...id(), personId: person.id })).rejects.toEqual(fails('CONFLICT'));
    await expect(api.people.end({ ...id(), personId: administrator.id })).rejects.toEqual(fails('FORBIDDEN'));
    await expect((await as(officer)).people.end({ ...id(), personId: stranger.id })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
    const [row] = await test.worker.db.select().from(people).where(eq(people.id, person.id));
    expect(row?.endedAt).not.toBeNull();
  });
});

describe('a session', () => {
  it('is closed by an administrator, and the browser is out with its next request', async () => {
    const person = await someone();
    const theirs = await as(person);
    await theirs.people.byId({ personId: person.id });
    const api = await as(administrator);
    const seen = await api.people.byId({ personId: person.id });
    const sessionId = seen.access?.sessions?.[0]?.id ?? '';
    await expect((await as(officer)).people.revokeSession({ ...id(), sessionId })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
    await api.people.revokeSession({ ...id(), sessionId });
    await expect(theirs.people.byId({ personId: person.id })).rejects.toEqual(fails('UNAUTHORIZED'));
    const [row] = await test.worker.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row?.revokedBy).toBe(administrator.id);
    const entries = await test.worker.db
      .select()
      .from(recordEntries)
      .where(eq(recordEntries.subjectId, person.id));
    expect(entries.map(({ action }) => action)).toContain('session.revoke');
  });
});
