import { newId } from '@concord/db/ids';
import {
  exerciseCheckIns,
  exerciseRoleParties,
  exerciseRoles,
  exerciseSeats,
  exercises,
} from '@concord/db/schema/exercises';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

const at = (days: number) => new Date(Date.now() + days * 86_400_000);
let test: TestDatabase;
let [nation, other]: { id: string }[] = [];
let player: { id: string };
const as = (who: { id: string }) => callerAs(test, who);

beforeAll(async () => {
  test = await testDatabase();
  [nation, other] = [await createParty(test), await createParty(test)];
  player = await createPerson(test, { party: nation });
  const id = newId();
  const of = { subject: 'everyone' as const, partyIds: [nation.id] };
  await test.worker.db.insert(requirements).values({ id, titles: { en: 'Has played', fr: 'A joué' }, ...of });
  await test.worker.db
    .insert(requirementNeeds)
    .values({ id: newId(), requirementId: id, position: 0, kind: 'part', colour: 'blue', months: 24 });
});
afterAll(() => test.close());

type Plan = Partial<typeof exercises.$inferInsert> & {
  level?: number;
  colour?: 'blue' | 'red';
  seats?: { id: string } | undefined;
  shared?: number;
};

/** An exercise that ends on a day, names being taken until a week before, with one role. */
async function exercise(code: string, endDay: number, plan: Plan = {}) {
  const { level = 0, colour = 'blue', seats = nation, shared = 0, ...dates } = plan;
  const [id, roleId] = [newId(), newId()];
  const marking = await createMarking(test, { level, releasableTo: [nation, other].flatMap((x) => x ?? []) });
  const { db } = test.worker;
  await db.insert(exercises).values({
    ...{ id, code, nameEn: code, nameFr: code, kind: 'tabletop', timeZone: 'UTC', markingId: marking.id },
    ...{ startsAt: at(endDay - 2), endsAt: at(endDay), closesAt: at(endDay - 7) },
    ...{ substitutionUntil: at(endDay - 7), publishedAt: at(-900), createdAt: at(-900), ...dates },
  });
  await db.insert(exerciseRoles).values({
    ...{ id: roleId, exerciseId: id, position: 0, colour, nameEn: 'Team', nameFr: 'Équipe' },
    sharedSeats: shared,
  });
  await db.insert(exerciseRoleParties).values({ roleId, partyId: seats?.id ?? '', seats: 2 });
  return { id, roleId };
}

async function sit({ id, roleId }: { id: string; roleId: string }) {
  const seat = { roleId, exerciseId: id, personId: player.id, partyId: nation?.id ?? '' };
  await test.worker.db.insert(exerciseSeats).values({ ...seat, givenAt: at(-10) });
}

const partsToday = async (who: { id: string }) =>
  (await (await as(who)).today.get()).waiting.filter(({ kind }) => kind === 'part');
const opening = async () => (await (await as(player)).readiness.mine()).items[0]?.opening ?? null;

describe('a part in an exercise that is asked of somebody', () => {
  it('says where a seat can be asked for: in what they may know of, that takes names of their party', async () => {
    expect(await opening()).toBeNull();
    await exercise('CLOSED', 10, { closesAt: at(-1) });
    await exercise('LATER', 30, { opensAt: at(2) });
    await exercise('SECRET', 31, { level: 1 });
    await exercise('THEIRS', 32, { seats: other });
    await exercise('RED', 33, { colour: 'red' });
    await exercise('DRAFT', 34, { publishedAt: null });
    await exercise('OFF', 35, { cancelledAt: at(-1) });
    expect(await opening()).toBeNull();
    await exercise('OPEN', 60);
    expect(await opening()).toMatchObject({ code: 'OPEN' });
    await exercise('SHARED', 50, { seats: other, shared: 1 });
    expect(await opening()).toMatchObject({ code: 'SHARED' });
    const cleared = await createPerson(test, { party: nation ?? { id: '' }, level: 1 });
    const [theirs, ours] = [
      await (await as(cleared)).readiness.mine(),
      await (await as(player)).readiness.mine(),
    ];
    expect(theirs.items[0]?.opening).toMatchObject({ code: 'SECRET' });
    expect([theirs.levels, ours.levels].map((levels) => levels.map(({ rank }) => rank))).toEqual([[1], [0]]);
  });

  it('waits on Today while it counts no longer soon, with the exercise to be named for', async () => {
    expect(await partsToday(player)).toEqual([]);
    const played = await exercise('PAST', -710);
    await sit(played);
    const seen = { at: at(-711), receivedAt: at(-711), checkedBy: player.id };
    await test.worker.db
      .insert(exerciseCheckIns)
      .values({ id: newId(), exerciseId: played.id, personId: player.id, kind: 'in', ...seen });
    const [cell] = (await (await as(player)).readiness.mine()).items;
    expect(cell).toMatchObject({ state: 'endsSoon', step: 'takePart' });
    const waits = { kind: 'part', ended: false, due: cell?.at, exercise: { code: 'SHARED' } };
    expect(await partsToday(player)).toMatchObject([waits]);
    expect(await partsToday(await createPerson(test, { party: other ?? { id: '' } }))).toEqual([]);
  });

  it('waits no more once a seat is held, and is late once it has ended', async () => {
    const next = await exercise('NEXT', 80);
    await sit(next);
    expect(await partsToday(player)).toEqual([]);
    await test.worker.sql`delete from exercise_seat where exercise_id = ${next.id}`;
    await test.worker
      .sql`update exercise set ends_at = ends_at - interval '30 days', starts_at = starts_at - interval '30 days',
      closes_at = closes_at - interval '30 days', substitution_until = substitution_until - interval '30 days' where code = 'PAST'`;
    expect(await partsToday(player)).toMatchObject([{ ended: true }]);
  });
});
