import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { exerciseCheckIns, exercises } from '@concord/db/schema/exercises';
import { appointments, attestations } from '@concord/db/schema/people';
import { createMarking } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { day, type ExerciseScene, exerciseScene, roleFields } from '../../testing/exercises.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

type Api = ExerciseScene['api']['manager'];
type Seen = { id: string; badge: string; kind: 'in' | 'out'; at: string };
const seen = (badge: string, more: Partial<Seen> = {}): Seen => ({
  ...{ id: randomUUID(), badge, kind: 'in', at: new Date().toISOString() },
  ...more,
});
const bring = (api: Api, passages: Seen[], commandId = newId()) =>
  api.checkIn.bring({ commandId, exerciseId: scene.exerciseId, passages });
const list = async (api: Api = scene.api.director) => (await api.checkIn.list({ code: scene.code })).people;
const rows = () =>
  scene.test.worker.db
    .select()
    .from(exerciseCheckIns)
    .where(eq(exerciseCheckIns.exerciseId, scene.exerciseId));

async function seat(people: readonly { id: string }[], seats: number) {
  const { api, exerciseId, roleId, parties } = scene;
  await api.director.exercises.saveRole(
    roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats }], { roleId }),
  );
  for (let from = 0; from < people.length; from += 100)
    await api.director.nominations.nominate({
      ...{ commandId: newId(), roleId, reason: '' },
      personIds: people.slice(from, from + 100).map(({ id }) => id),
    });
}

describe('a door', () => {
  it('is kept by director, planners and control, as appointed now, and by nobody else', async () => {
    const { api, code, person, parties, exerciseId, test } = scene;
    await seat([scene.people.players[0]], 2);
    const [expected] = await list();
    expect(expected).toMatchObject({
      seat: true,
      state: null,
      badge: expect.stringMatching(/^[0-9A-Z]{8}$/),
    });
    for (const one of [api.coordinator, api.player, api.manager, api.outsider])
      expect(await failure(one.checkIn.list({ code }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.nobody.checkIn.list({ code }))).toMatchObject({ code: 'UNAUTHORIZED' });
    const one = [seen(expected?.badge ?? '')];
    expect(await failure(bring(api.player, one))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(bring(api.outsider, one))).toMatchObject({ code: 'NOT_FOUND' });
    const former = await person(parties.calder, {
      ...{ role: 'exerciseControl', scope: 'exercise', scopeId: exerciseId },
    });
    const control = await callerAs(test, former);
    expect(await list(control)).toHaveLength(1);
    const ended = eq(appointments.personId, former.id);
    await test.worker.db.update(appointments).set({ validUntil: new Date() }).where(ended);
    expect(await failure(bring(control, one))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await rows()).toEqual([]);
  });

  it('notes once what is sent twice, tells what is nobody’s, and sets a clock that is ahead back', async () => {
    const { api } = scene;
    const [expected] = await list();
    const known = seen(expected?.badge ?? '', { at: day(2) });
    const strange = seen('00000000');
    const commandId = newId();
    const first = await bring(api.director, [known, strange], commandId);
    expect(first.lines).toEqual([
      { id: known.id, outcome: 'noted' },
      { id: strange.id, outcome: 'unknown' },
    ]);
    expect(await bring(api.director, [known, strange], commandId)).toEqual(first);
    await bring(api.director, [known]);
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row && row.at <= new Date()).toBe(true);
    expect(await list()).toMatchObject([{ state: 'in' }]);
  });

  it('notes who came without a seat they had before, and says so', async () => {
    const { api, roleId, people } = scene;
    const [expected] = await list();
    const gone = { commandId: newId(), roleId, personId: people.players[0].id, reason: 'ill' };
    await api.coordinator.nominations.withdraw(gone);
    const { lines } = await bring(api.director, [seen(expected?.badge ?? '', { kind: 'out' })]);
    expect(lines).toMatchObject([{ outcome: 'withoutSeat' }]);
    expect(await list()).toMatchObject([{ seat: false, state: 'out', badge: expected?.badge }]);
  });
});

it('checks 200 people in at two doors without a network, each seen at both and some again and again', async () => {
  const { api, person, parties, exerciseId, test } = scene;
  const all = await Promise.all(Array.from({ length: 200 }, () => person(parties.nordmark)));
  await seat(all, 200);
  const other = await callerAs(
    test,
    await person(parties.calder, { role: 'exerciseControl', scope: 'exercise', scopeId: exerciseId }),
  );
  const expected = (await list()).filter((one) => one.seat);
  expect(expected).toHaveLength(200);
  const minute = (minutes: number) => new Date(Date.now() - 3_600_000 + minutes * 60_000).toISOString();
  // One door goes through the list forwards and the other backwards; every tenth shows the badge three times.
  const first = expected.flatMap(({ badge }, place) =>
    Array.from({ length: place % 10 === 0 ? 3 : 1 }, (_, again) =>
      seen(badge, { at: minute(place / 10 + again) }),
    ),
  );
  const second = expected.map(({ badge }, place) => seen(badge, { at: minute((200 - place) / 10) }));
  const half = (passages: Seen[]) => [passages.slice(0, 130), passages.slice(100)];
  const [early = [], late = []] = half(first);
  // Both come back at once, and what overlaps is sent twice.
  await Promise.all([
    bring(api.director, late),
    bring(api.director, early),
    ...half(second).map((part) => bring(other, part)),
  ]);
  const before = new Set((await rows()).map(({ id }) => id));
  for (const { id } of [...first, ...second]) expect(before.has(id)).toBe(true);
  const present = (await list()).filter((one) => one.seat);
  expect(present.map(({ state }) => state)).toEqual(Array.from({ length: 200 }, () => 'in'));
  for (const one of expected) {
    const since = present.find(({ badge }) => badge === one.badge)?.since;
    const earliest = [...first, ...second]
      .filter(({ badge }) => badge === one.badge)
      .map(({ at }) => at)
      .sort()[0];
    expect(since).toBe(earliest);
  }
});

it('is kept by nobody who is attested less than the exercise is marked, whatever they are appointed to', async () => {
  const { api, code, parties, exerciseId, test, people } = scene;
  const [expected] = await list();
  const before = (await rows()).length;
  const marking = await createMarking(test, { level: 1, releasableTo: [parties.nordmark, parties.calder] });
  await test.worker.db.update(exercises).set({ markingId: marking.id }).where(eq(exercises.id, exerciseId));
  expect(await list()).not.toEqual([]);
  const own = eq(attestations.personId, people.director.id);
  await test.worker.db.update(attestations).set({ validUntil: new Date() }).where(own);
  expect(await failure(api.director.checkIn.list({ code }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failure(bring(api.director, [seen(expected?.badge ?? '')]))).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await rows()).toHaveLength(before);
});
