import { newId } from '@concord/db/ids';
import { exerciseSeats } from '@concord/db/schema/exercises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { servicesOf } from '../../testing/caller.ts';
import { day, type ExerciseScene, exerciseFields, exerciseScene } from '../../testing/exercises.ts';
import { reofferRoles } from './jobs.ts';

let scene: ExerciseScene | undefined;
const here = () => {
  if (!scene) throw new Error('no scene');
  return scene;
};
beforeEach(async () => {
  scene = await exerciseScene(scene?.test);
});
afterAll(() => scene?.test.close());

type Api = ExerciseScene['api']['manager'];
const reason = 'for the test';
const nominate = (api: Api, ...people: { id: string }[]) =>
  api.nominations.nominate({
    ...{ commandId: newId(), roleId: here().roleId, personIds: people.map(({ id }) => id), reason: '' },
  });
const act = (api: Api, kind: 'confirm' | 'refuse' | 'withdraw' | 'moveForward', person: { id: string }) =>
  api.nominations[kind]({ commandId: newId(), roleId: here().roleId, personId: person.id, reason });
const role = async (api: Api) => {
  const [first] = (await api.nominations.seats({ exerciseId: here().exerciseId })).roles;
  if (!first) throw new Error('no role');
  return first;
};
const held = async () => {
  const rows = await here()
    .test.worker.db.select()
    .from(exerciseSeats)
    .where(eq(exerciseSeats.roleId, here().roleId));
  return rows.map(({ personId }) => personId).sort();
};

describe('the day of the re-offer', () => {
  it('gives what a party leaves empty to who waits, and the worker writes it once', async () => {
    const { api, person, parties, test, exerciseId } = here();
    const stranger = await person(parties.calder);
    await nominate(api.director, stranger);
    expect(await role(api.director)).toMatchObject({ held: 0, waiting: 1 });
    await test.worker.sql`update exercise set reoffer_days = 70 where id = ${exerciseId}`;
    expect(await role(api.director)).toMatchObject({ held: 1, waiting: 0 });
    expect(await held()).toEqual([]);
    const told = () => test.worker.sql`select 1 from notification
      where person_id = ${stranger.id} and kind = 'exerciseSeatGiven'`;
    expect(await reofferRoles(servicesOf(test))).toBe(1);
    expect(await held()).toEqual([stranger.id]);
    expect(await reofferRoles(servicesOf(test))).toBe(0);
    expect(await told()).toHaveLength(1);
  });

  const said = async (api: Api) => {
    const { items } = await api.nominations.log({ roleId: here().roleId });
    return items.map(({ place, moves }) => ({ place, moves })).reverse();
  };
  const edit = (reofferDays: number, revision: number, startsAt = day(60)) => {
    const { api, exerciseId, both } = here();
    const { marking: _, code: __, ...fields } = exerciseFields(both, { reofferDays, startsAt });
    return api.director.exercises.edit({ ...fields, exerciseId, revision });
  };

  it('moves to before what was done, and what was said of it stays; seats are given from then on', async () => {
    const { api, person, parties, people } = here();
    const stranger = await person(parties.calder);
    await nominate(api.director, stranger);
    await nominate(api.director, people.players[0]);
    await act(api.player, 'withdraw', people.players[0]);
    const before = await said(api.other);
    expect(before.flatMap(({ moves }) => moves.map(({ why }) => why))).toEqual(['free', 'withdrawn']);
    await edit(365, 1);
    const after = await said(api.other);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([{ moves: [{ what: 'given', why: 'reoffered' }] }]);
    expect((await api.other.nominations.log({ roleId: here().roleId })).items[0]).toMatchObject({
      ...{ kind: 'settings', person: null },
      reofferAt: expect.stringMatching(/Z$/),
    });
    expect(await held()).toEqual([stranger.id]);
  });

  it('moves on after it has come, and nobody loses a seat for it, whether or not the worker had written it', async () => {
    const { api, person, parties, test, exerciseId } = here();
    const stranger = await person(parties.calder);
    await test.worker.sql`update exercise set reoffer_days = 20 where id = ${exerciseId}`;
    await nominate(api.director, stranger);
    expect(await role(api.director)).toMatchObject({ held: 0, waiting: 1 });
    await test.worker
      .sql`update exercise set starts_at = now() + interval '19 days' where id = ${exerciseId}`;
    expect(await role(api.director)).toMatchObject({ held: 1, waiting: 0 });
    await edit(20, 1);
    expect(await held()).toEqual([stranger.id]);
    expect(await role(api.director)).toMatchObject({ held: 1, reoffered: true });
  });
});
