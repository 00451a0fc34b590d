import { randomUUID } from 'node:crypto';
import { appointments, people, sessions } from '@concord/db/schema/people';
import { recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

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
  nation = await createParty(test);
  other = await createParty(test);
  administrator = await createPerson(test, {
    party: other,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
  const held = (role: 'securityOfficer' | 'trainingCoordinator', party: { id: string }) => ({
    party,
    appointments: [{ role, scope: 'party' as const, scopeId: party.id }],
  });
  officer = await createPerson(test, held('securityOfficer', nation));
  coordinator = await createPerson(test, held('trainingCoordinator', nation));
  stranger = await createPerson(test, { party: other });
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

describe('an appointment', () => {
  const delegateOf = (personId: string, party: { id: string }) => ({
    ...id(),
    personId,
    role: 'trainingCoordinator',
    scope: 'party' as const,
    scopeId: party.id,
    validUntil: null,
  });

  it('is made by an administrator who proved who they are, and counts at once', async () => {
    const person = await someone();
    await expect((await as(person)).people.list({})).rejects.toEqual(fails('FORBIDDEN'));
    await (await as(administrator)).people.appoint(delegateOf(person.id, nation));
    expect((await (await as(person)).people.list({})).people.length).toBeGreaterThan(0);
    const stale = await as(administrator, { verifiedAt: new Date(Date.now() - 3_600_000) });
    await expect(stale.people.appoint(delegateOf(person.id, other))).rejects.toEqual(
      fails('PRECONDITION_FAILED'),
    );
    for (const reader of [officer, stranger, person])
      await expect((await as(reader)).people.appoint(delegateOf(person.id, other))).rejects.toEqual(
        fails('NOT_FOUND'),
      );
    const weak = await as(administrator, { strength: 1 });
    await expect(weak.people.appoint(delegateOf(person.id, other))).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('by an administrator whose own has expired is refused', async () => {
    const former = await createPerson(test, {
      party: other,
      appointments: [{ role: 'administrator', scope: 'alliance', until: new Date(Date.now() - 1000) }],
    });
    const person = await someone();
    await expect((await as(former)).people.appoint(delegateOf(person.id, nation))).rejects.toEqual(
      fails('NOT_FOUND'),
    );
  });

  it('made twice by one command or two at once is one', async () => {
    const person = await someone();
    const api = await as(administrator);
    const input = delegateOf(person.id, nation);
    const first = await api.people.appoint(input);
    expect(await api.people.appoint(input)).toEqual(first);
    const race = await someone();
    const both = await Promise.allSettled([
      api.people.appoint(delegateOf(race.id, nation)),
      (await as(administrator)).people.appoint(delegateOf(race.id, nation)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await test.worker.db.select().from(appointments).where(eq(appointments.personId, race.id));
    expect(rows).toHaveLength(1);
  });

  it('edited by two administrators keeps the first, and tells the second', async () => {
    const person = await someone();
    const api = await as(administrator);
    const { appointmentId } = await api.people.appoint(delegateOf(person.id, nation));
    const edit = { appointmentId, revision: 1 };
    await api.people.changeAppointment({ ...id(), ...edit, validUntil: inDays(10) });
    await expect(api.people.endAppointment({ ...id(), ...edit })).rejects.toMatchObject({
      code: 'CONFLICT',
      messageKey: 'people.appointmentChanged',
    });
    await api.people.endAppointment({ ...id(), appointmentId, revision: 2 });
    await expect((await as(person)).people.list({})).rejects.toEqual(fails('FORBIDDEN'));
  });

  it('of the administrator’s own cannot be ended by themselves, nor a role held for the wrong scope', async () => {
    const api = await as(administrator);
    const [own] = await test.worker.db
      .select()
      .from(appointments)
      .where(eq(appointments.personId, administrator.id));
    await expect(
      api.people.endAppointment({ ...id(), appointmentId: own?.id ?? '', revision: 1 }),
    ).rejects.toEqual(fails('FORBIDDEN'));
    await expect(
      api.people.appoint({ ...delegateOf(stranger.id, nation), role: 'administrator' }),
    ).rejects.toEqual(fails('BAD_REQUEST'));
  });
});

describe('an attestation', () => {
  const level = (personId: string) => ({ ...id(), personId, level: 1, validUntil: inDays(90) });

  it('is the word of the party’s security officer alone, and never about themselves', async () => {
    const person = await someone();
    await (await as(officer)).people.attest(level(person.id));
    for (const reader of [administrator, coordinator, stranger, person])
      await expect((await as(reader)).people.attest(level(person.id))).rejects.toEqual(fails('FORBIDDEN'));
    await expect((await as(officer)).people.attest(level(officer.id))).rejects.toEqual(fails('FORBIDDEN'));
    await expect((await as(officer)).people.attest(level(stranger.id))).rejects.toEqual(fails('FORBIDDEN'));
    await expect((await as(null)).people.attest(level(person.id))).rejects.toEqual(fails('UNAUTHORIZED'));
    await expect((await as(officer, { strength: 1 })).people.attest(level(person.id))).rejects.toEqual(
      fails('FORBIDDEN'),
    );
  });

  it('counts at once, is replaced by the next, and ends at once when it is taken back', async () => {
    const person = await someone();
    const levelNow = async () => {
      const [row] = await test.worker.sql<{ level: number }[]>`
        select level from concord.person_access(array[${person.id}]::uuid[])`;
      return row?.level;
    };
    const api = await as(officer);
    await api.people.attest(level(person.id));
    expect(await levelNow()).toBe(1);
    await api.people.attest({ ...level(person.id), level: 0 });
    expect(await levelNow()).toBe(0);
    const { attestationId } = await api.people.attest(level(person.id));
    expect(await levelNow()).toBe(1);
    await api.people.revokeAttestation({ ...id(), attestationId });
    expect(await levelNow()).toBe(0);
    await expect(api.people.revokeAttestation({ ...id(), attestationId })).rejects.toEqual(fails('CONFLICT'));
  });

  it('needs a day ahead, not too far', async () => {
    const person = await someone();
    const api = await as(officer);
    for (const validUntil of [inDays(-1), inDays(9000)])
      await expect(api.people.attest({ ...level(person.id), validUntil })).rejects.toMatchObject({
        fields: [{ path: 'validUntil' }],
      });
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
