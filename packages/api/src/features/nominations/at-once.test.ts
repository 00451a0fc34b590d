import { newId } from '@concord/db/ids';
import { exerciseSeats } from '@concord/db/schema/exercises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { type ExerciseScene, exerciseScene, roleFields } from '../../testing/exercises.ts';
import { allocate, type SeatSettings } from '../seats/rules.ts';
import { entriesOf } from './ledger.ts';

const ACTS = 400;
const AT_ONCE = 8;
/** What an act may be refused for when others came first. */
const REFUSED = new Set(['CONFLICT', 'BAD_REQUEST', 'NOT_FOUND', 'PRECONDITION_FAILED']);
const settings: SeatSettings = { approval: 'both', reofferAt: null };

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

/** Figures that look thrown, and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** One act or another by who may: naming, confirming, refusing, giving up, putting first, other numbers of seats. */
function actsOf(people: readonly { id: string }[]): (() => Promise<unknown>)[] {
  const { api, roleId, exerciseId, parties } = scene;
  const throws = dice(27);
  return Array.from({ length: ACTS }, () => {
    const personId = people[throws(people.length)]?.id ?? '';
    const kind = throws(10);
    const seats = [parties.nordmark, parties.calder].map(({ id }) => ({ partyId: id, seats: throws(6) }));
    const about = { roleId, personId, reason: 'for the test' };
    return () => {
      const { nominations } = api.director;
      const command = { commandId: newId() };
      if (kind < 4)
        return nominations.nominate({ ...command, roleId, personIds: [personId], reason: 'for the test' });
      if (kind < 5) return nominations.refuse({ ...command, ...about });
      if (kind < 7) return nominations.withdraw({ ...command, ...about });
      if (kind < 8) return nominations.moveForward({ ...command, ...about });
      const role = roleFields(exerciseId, seats, { roleId, sharedSeats: kind - 8 });
      return api.director.exercises.saveRole(role);
    };
  });
}

/** Who sits and how many seats there are, as anybody sees it at this instant. */
async function counted(): Promise<{ held: number; seats: number }> {
  const [row] = await scene.test.worker.sql<{ held: number; seats: number }[]>`
    select (select count(*)::int from exercise_seat where role_id = ${scene.roleId}) as held,
      (select coalesce(sum(q.seats), 0)::int from (select distinct on (kind, party_id) seats from exercise_seat_entry
        where role_id = ${scene.roleId} and kind in ('quota', 'shared') order by kind, party_id, place desc) q) as seats`;
  if (!row) throw new Error('no figures');
  return row;
}

async function inTurns(acts: (() => Promise<unknown>)[]): Promise<{ done: number; refused: string[] }> {
  const refused: string[] = [];
  let done = 0;
  const worker = async () => {
    for (let act = acts.pop(); act; act = acts.pop()) {
      const problem = await act().then(
        () => null,
        (error: unknown) => failure(Promise.reject(error)),
      );
      if (problem === null) done += 1;
      else refused.push(String(problem.code));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { done, refused };
}

it('never has more holders than seats while many act at the same time, and its ledger explains every one', async () => {
  const { test, person, parties, roleId } = scene;
  const people = await Promise.all(
    Array.from({ length: 14 }, (_, index) => person(index % 3 === 0 ? parties.calder : parties.nordmark)),
  );
  let over = false;
  const watched = (async () => {
    const seen: { held: number; seats: number }[] = [];
    while (!over) seen.push(await counted());
    return seen;
  })();
  const { done, refused } = await inTurns(actsOf(people)).finally(() => {
    over = true;
  });
  const seen = await watched;
  expect(refused.filter((code) => !REFUSED.has(code))).toEqual([]);
  expect(done).toBeGreaterThan(ACTS / 4);
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter(({ held, seats }) => held > seats)).toEqual([]);

  const entries = await test.worker.db.transaction(
    async (tx) => (await entriesOf({ tx }, [roleId])).get(roleId) ?? [],
  );
  expect(entries.map(({ place }) => place)).toEqual(entries.map((_, index) => index + 1));
  const { lines, moves } = allocate(entries, settings, new Date());
  const rows = await test.worker.db.select().from(exerciseSeats).where(eq(exerciseSeats.roleId, roleId));
  const holders = lines.filter(({ state }) => state === 'holds').map(({ personId }) => personId);
  expect(rows.map(({ personId }) => personId).sort()).toEqual(holders.sort());
  for (const personId of holders)
    expect(moves.findLast((move) => move.personId === personId)).toMatchObject({ what: 'given' });
}, 180_000);
