import type { Tx } from '../client.ts';
import type { Role, Scope } from '../enums.ts';
import { newId } from '../ids.ts';
import { bodies, threadMembers, threads } from '../schema/consultation.ts';
import { markings } from '../schema/markings.ts';
import { parties } from '../schema/parties.ts';
import { accounts, appointments, attestations, people } from '../schema/people.ts';
import type { TestDatabase } from './database.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const FAR_AHEAD = new Date('2100-01-01T00:00:00Z');

/** An appointment of a test person; valid for long unless said otherwise. */
export type AppointmentFixture = {
  role: Role;
  scope: Scope;
  scopeId?: string;
  from?: Date;
  until?: Date | null;
};

let count = 0;
const next = () => (++count).toString(36).padStart(3, '0');

type Owner = Pick<TestDatabase, 'worker'> | { worker: { db: Pick<Tx, 'insert'> } };

/** A nation, unless another kind is asked for. */
export async function createParty(test: Owner, values: Partial<typeof parties.$inferInsert> = {}) {
  const code = values.code ?? `N${next()}`.toUpperCase();
  const [row] = await test.worker.db
    .insert(parties)
    .values({
      id: newId(),
      code,
      kind: 'nation',
      nameEn: code,
      nameFr: code,
      timeZone: 'Europe/Brussels',
      ally: true,
      ...values,
    })
    .returning();
  return one(row);
}

/** A person with an account, and what they hold. `level` attests it for long. */
export async function createPerson(
  test: Owner,
  values: {
    party: { id: string };
    email?: string;
    givenName?: string;
    familyName?: string;
    level?: number;
    caveats?: string[];
    attestedUntil?: Date;
    appointments?: AppointmentFixture[];
    endedAt?: Date;
  },
) {
  const id = newId();
  const db = test.worker.db;
  const [row] = await db
    .insert(people)
    .values({
      id,
      partyId: values.party.id,
      givenName: values.givenName ?? 'Test',
      familyName: values.familyName ?? `Person ${next()}`,
      endedAt: values.endedAt,
    })
    .returning();
  await db.insert(accounts).values({
    personId: id,
    email: values.email ?? `${id}@test.example`,
    timeZone: 'Europe/Brussels',
    activatedAt: LONG_AGO,
  });
  if (values.level !== undefined) await attest(test, { id, partyId: values.party.id }, values);
  for (const held of values.appointments ?? []) await createAppointment(test, { id }, held);
  return one(row);
}

async function attest(
  test: Owner,
  person: { id: string; partyId: string },
  values: { level?: number; caveats?: string[]; attestedUntil?: Date },
) {
  await test.worker.db.insert(attestations).values({
    id: newId(),
    personId: person.id,
    level: values.level ?? 0,
    caveats: values.caveats ?? [],
    partyId: person.partyId,
    validFrom: LONG_AGO,
    validUntil: values.attestedUntil ?? FAR_AHEAD,
  });
}

/** Appoints a person. */
export async function createAppointment(test: Owner, person: { id: string }, held: AppointmentFixture) {
  const [row] = await test.worker.db
    .insert(appointments)
    .values({
      id: newId(),
      personId: person.id,
      role: held.role,
      scope: held.scope,
      scopeId: held.scopeId ?? null,
      validFrom: held.from ?? LONG_AGO,
      validUntil: held.until ?? null,
    })
    .returning();
  return one(row);
}

/** A marking releasable to these parties. */
export async function createMarking(
  test: Owner,
  values: { level?: number; releasableTo: { id: string }[]; onlyFor?: { id: string }[]; caveats?: string[] },
) {
  const [originator] = values.releasableTo;
  const [row] = await test.worker.db
    .insert(markings)
    .values({
      id: newId(),
      level: values.level ?? 0,
      releasableTo: values.releasableTo.map((party) => party.id),
      onlyFor: (values.onlyFor ?? []).map((party) => party.id),
      caveats: values.caveats ?? [],
      originator: one(originator).id,
      digest: newId(),
    })
    .returning();
  return one(row);
}

/** A body; appoint people to it with `scope: 'body'`. */
export async function createBody(test: Owner, values: Partial<typeof bodies.$inferInsert> = {}) {
  const code = values.code ?? `B${next()}`;
  const [row] = await test.worker.db
    .insert(bodies)
    .values({
      id: newId(),
      code,
      nameEn: code,
      nameFr: code,
      timeZone: 'Europe/Brussels',
      workingHours: { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] },
      ...values,
    })
    .returning();
  return one(row);
}

/** A thread; with `named`, need to know is these people's only. */
export async function createThread(
  test: Owner,
  values: {
    body: { id: string };
    marking: { id: string };
    by: { id: string };
    title?: string;
    named?: { id: string }[];
  },
) {
  const [row] = await test.worker.db
    .insert(threads)
    .values({
      id: newId(),
      bodyId: values.body.id,
      title: values.title ?? `Thread ${next()}`,
      markingId: values.marking.id,
      needToKnow: values.named ? 'named' : 'body',
      createdBy: values.by.id,
    })
    .returning();
  const thread = one(row);
  for (const person of values.named ?? []) {
    await test.worker.db
      .insert(threadMembers)
      .values({ threadId: thread.id, personId: person.id, validFrom: LONG_AGO });
  }
  return thread;
}

function one<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('The fixture was not written.');
  return row;
}
