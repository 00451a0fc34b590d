import { randomUUID } from 'node:crypto';
import { appointments } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { type createParty, createPerson } from '@concord/db/testing/fixtures';
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
