import { newId } from '@concord/db/ids';
import { exerciseCheckIns, exerciseRoles, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { partRenewals, requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createPerson } from '@concord/db/testing/fixtures';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonthsToDay, dayIn } from '../../days.ts';
import { servicesOf } from '../../testing/caller.ts';
import { peopleScene } from '../../testing/people.ts';
import { keepRenewals } from './jobs.ts';

const DAY = 86_400_000;
const MONTHS = 24;
let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let foreign: { id: string };
let requirementId: string;
const db = () => test.worker.db;

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const looksAfter = { role: 'trainingCoordinator', scope: 'party', scopeId: scene.other.id } as const;
  foreign = await createPerson(test, { party: scene.other, appointments: [looksAfter] });
});
afterAll(() => test.close());

beforeEach(async () => {
  await db().update(requirements).set({ archivedAt: new Date() });
  requirementId = await asks('blue');
});

/** Asks everybody of the nation for a part that counts for two years. */
async function asks(colour: 'blue' | 'red' | null): Promise<string> {
  const id = newId();
  const of = { subject: 'everyone' as const, partyIds: [scene.nation.id] };
  await db()
    .insert(requirements)
    .values({
      ...{ id, titles: { en: 'Has played', fr: 'A joué' }, ...of },
      ...{ renewalDays: 60, remindDays: [30, 7] },
    });
  await db()
    .insert(requirementNeeds)
    .values({ id: newId(), requirementId: id, position: 0, kind: 'part', colour, months: MONTHS });
  return id;
}

/** An exercise whose part counts for so many days still (to the end of that day), or that ends in so many days. */
async function exercise(
  days: { counts: number } | { ends: number },
): Promise<{ id: string; roleId: string }> {
  const [id, roleId] = [newId(), newId()];
  const marking = await createMarking(test, { level: 1, releasableTo: [scene.nation] });
  const endsAt =
    'ends' in days
      ? new Date(Date.now() + days.ends * DAY)
      : new Date(
          `${addMonthsToDay(addDays(dayIn(new Date(), 'Europe/Brussels'), days.counts), -MONTHS)}T10:00:00Z`,
        );
  const before = new Date(endsAt.getTime() - 2 * DAY);
  await db()
    .insert(exercises)
    .values({
      ...{ id, code: id, nameEn: 'Quiet', nameFr: 'Calme', kind: 'tabletop', timeZone: 'UTC' },
      ...{ markingId: marking.id, startsAt: before, endsAt, closesAt: before, substitutionUntil: before },
      ...{ publishedAt: before, createdAt: before },
    });
  await db()
    .insert(exerciseRoles)
    .values({
      ...{ id: roleId, exerciseId: id, position: 0, colour: 'blue', nameEn: 'Team', nameFr: 'Équipe' },
    });
  return { id, roleId };
}

async function sit(personId: string, { id, roleId }: { id: string; roleId: string }) {
  await db()
    .insert(exerciseSeats)
    .values({ roleId, exerciseId: id, personId, partyId: scene.nation.id, givenAt: new Date() });
}

/** Somebody who came to an exercise whose part counts for so many days still. */
async function player(counts: number) {
  const person = await createPerson(test, { party: scene.nation });
  await plays(person.id, counts);
  return person;
}

async function plays(personId: string, counts: number) {
  const played = await exercise({ counts });
  await sit(personId, played);
  const [row] = await db().select().from(exercises).where(eq(exercises.id, played.id));
  const at = new Date((row?.endsAt ?? new Date()).getTime() - DAY);
  await db()
    .insert(exerciseCheckIns)
    .values({
      ...{ id: newId(), exerciseId: played.id, personId, kind: 'in' },
      ...{ at, receivedAt: at, checkedBy: scene.coordinator.id },
    });
}

const run = () => keepRenewals(servicesOf(test));
const openedOf = (personId: string) =>
  db().select().from(partRenewals).where(eq(partRenewals.personId, personId));
const toldOf = async (personId: string, kind = 'partRenewal%') =>
  (
    await db()
      .select({ kind: notifications.kind })
      .from(notifications)
      .where(and(eq(notifications.personId, personId), like(notifications.kind, kind)))
      .orderBy(notifications.id)
  ).map((one) => one.kind);

describe('a part in an exercise that counts no longer soon', () => {
  it('is told of within the days of the requirement, to its person and who looks after them, once', async () => {
    const [soon, later] = [await player(40), await player(90)];
    await Promise.all([run(), run()]);
    await run();
    expect(await toldOf(soon.id)).toEqual(['partRenewalOpened']);
    expect(await toldOf(later.id)).toEqual([]);
    expect(await openedOf(soon.id)).toMatchObject([{ requirementId, colour: 'blue', reminded: [] }]);
    expect(await toldOf(scene.coordinator.id)).toEqual(['partRenewalsOfParty']);
    for (const other of [foreign, scene.stranger, scene.officer]) expect(await toldOf(other.id)).toEqual([]);
  });

  it('is told of once, however many requirements ask for it', async () => {
    await asks(null);
    const person = await player(40);
    await run();
    expect(await toldOf(person.id)).toEqual(['partRenewalOpened']);
    expect(await openedOf(person.id)).toHaveLength(2);
  });

  it('is reminded of by the policy, and once for what was missed', async () => {
    const [near, far] = [await player(5), await player(20)];
    await run();
    await Promise.all([run(), run()]);
    expect(await toldOf(near.id)).toEqual(['partRenewalOpened', 'partRenewalDue']);
    expect((await openedOf(near.id)).map(({ reminded }) => [...reminded].sort())).toEqual([[30, 7]]);
    expect((await openedOf(far.id)).map(({ reminded }) => reminded)).toEqual([[30]]);
  });

  it('says nothing more once another was played', async () => {
    const person = await player(40);
    await run();
    await plays(person.id, 700);
    await db()
      .update(requirements)
      .set({ remindDays: [45] })
      .where(eq(requirements.id, requirementId));
    await run();
    expect(await toldOf(person.id)).toEqual(['partRenewalOpened']);
  });

  it('says nothing while there is a seat in the next, and what was missed when that is lost', async () => {
    const person = await player(20);
    const next = await exercise({ ends: 12 });
    await sit(person.id, next);
    await run();
    expect(await toldOf(person.id)).toEqual([]);
    await db().delete(exerciseSeats).where(eq(exerciseSeats.exerciseId, next.id));
    await run();
    expect(await toldOf(person.id)).toEqual(['partRenewalOpened', 'partRenewalDue']);
  });

  it('that has ended is told of once, and never reminded of', async () => {
    const person = await player(-3);
    await run();
    await run();
    expect(await toldOf(person.id)).toEqual(['partRenewalOpened']);
  });

  it('is told of anew where the requirement counts it otherwise', async () => {
    const person = await player(40);
    await run();
    await db()
      .update(requirementNeeds)
      .set({ months: MONTHS - 1 });
    await run();
    expect(await toldOf(person.id)).toEqual(['partRenewalOpened', 'partRenewalOpened', 'partRenewalDue']);
    await db().update(requirementNeeds).set({ months: MONTHS });
  });

  it('concerns nobody of whom it is not asked, who never came, or who has left', async () => {
    const seated = await createPerson(test, { party: scene.nation });
    await sit(seated.id, await exercise({ counts: 10 }));
    const [left, other] = [await player(10), await createPerson(test, { party: scene.other })];
    await plays(other.id, 10);
    await test.worker.sql`update person set ended_at = now() where id = ${left.id}`;
    await run();
    for (const { id } of [seated, left, other]) expect(await toldOf(id)).toEqual([]);
    const asked = await player(10);
    await db().update(requirements).set({ archivedAt: new Date() });
    await run();
    expect(await toldOf(asked.id)).toEqual([]);
  });
});
