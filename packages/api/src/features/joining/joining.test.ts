import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { attestations } from '@concord/db/schema/people';
import { createMarking } from '@concord/db/testing/fixtures';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { day, type ExerciseScene, exerciseScene, roleFields } from '../../testing/exercises.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

type Save = Parameters<ExerciseScene['api']['manager']['joining']['save']>[0];
const sheet = (more: Partial<Save> = {}): Save => ({
  ...{ commandId: newId(), exerciseId: scene.exerciseId, sheetId: null, revision: null },
  ...{ roleId: null, teamId: null, place: 'East gate', reportAt: day(60), contact: 'gate@vardo.example' },
  ...{ textEn: 'Bring your badge.', textFr: 'Apportez votre badge.' },
  ...more,
});
const send = () => ({ commandId: newId(), exerciseId: scene.exerciseId });
const noticesOf = async ({ id }: { id: string }) => {
  const found = await scene.test.worker.sql`select params from notification
    where person_id = ${id} and kind = 'exerciseJoining'`;
  return found.map(({ params }) => params as { path: string });
};
const name = (person: { id: string }) =>
  scene.api.director.nominations.nominate({
    ...{ commandId: newId(), roleId: scene.roleId, personIds: [person.id], reason: '' },
  });

describe('joining instructions', () => {
  it('are written by planners, for a role or a team of the exercise', async () => {
    const { api, code } = scene;
    await api.director.joining.save(sheet());
    const { sheets, without } = await api.director.joining.sheets({ code });
    expect(sheets).toMatchObject([{ place: 'East gate', state: 'unsent', people: 0 }]);
    expect(without).toBe(0);
    expect(await failure(api.director.joining.save(sheet({ teamId: newId() })))).toMatchObject({
      fields: [{ path: 'teamId' }],
    });
    expect(await failure(api.other.joining.save(sheet()))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.player.joining.sheets({ code }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.nobody.joining.sheets({ code }))).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('are read from when they are sent by who they are for, who is told once and led to their own page', async () => {
    const { api, code, people, exerciseId, parties } = scene;
    await name(people.players[0]);
    const { roleId } = await api.director.exercises.saveRole(
      roleFields(exerciseId, [{ partyId: parties.calder.id, seats: 1 }], { nameEn: 'White' }),
    );
    await api.director.joining.save(sheet({ roleId, textEn: 'For control alone.' }));
    expect(await api.player.joining.mine({ code })).toMatchObject({ state: 'holds', sheets: [] });
    const input = send();
    expect(await api.director.joining.send(input)).toEqual({ sheets: 2, people: 1 });
    expect(await api.director.joining.send(input)).toEqual({ sheets: 2, people: 1 });
    expect(await noticesOf(people.players[0])).toMatchObject([{ path: `/exercise/${code}/mine` }]);
    const { sheets } = await api.player.joining.mine({ code });
    expect(sheets.map(({ text }) => text)).toEqual(['Bring your badge.']);
    expect(await failure(api.director.joining.send(send()))).toMatchObject({
      messageKey: 'exercises.nothingToSend',
    });
    expect(await failure(api.player.joining.send(send()))).toMatchObject({ code: 'NOT_FOUND' });
    // Who is confirmed later reads them too.
    await name(people.players[1]);
    const later = await callerAs(scene.test, people.players[1]);
    expect((await later.joining.mine({ code })).sheets).toHaveLength(1);
  });

  it('say what they say now, and who saves second is told', async () => {
    const { api, code } = scene;
    const [known] = (await api.director.joining.sheets({ code })).sheets;
    const change = { sheetId: known?.id ?? '', revision: 1, textEn: 'Bring your badge and boots.' };
    await api.director.joining.save(sheet(change));
    expect(await failure(api.manager.joining.save(sheet(change)))).toMatchObject({
      messageKey: 'exercises.changed',
    });
    expect((await api.director.joining.sheets({ code })).sheets[0]).toMatchObject({ state: 'changed' });
    expect((await api.player.joining.mine({ code })).sheets[0]).toMatchObject({ text: change.textEn });
    await api.director.joining.remove({ commandId: newId(), sheetId: change.sheetId });
    expect((await api.player.joining.mine({ code })).sheets).toEqual([]);
  });
});

describe('my exercise', () => {
  it('names team, director, what is missing and the code, for who was named and for nobody else', async () => {
    const { api, code, both, exerciseId, roleId, people } = scene;
    const { teamId } = await api.director.exercises.saveTeam({
      ...{ commandId: newId(), exerciseId, teamId: null, name: 'North', colour: 'blue', partyIds: both },
    });
    for (const personId of people.players.slice(0, 2).map(({ id }) => id))
      await api.director.nominations.place({ commandId: newId(), roleId, personId, teamId });
    const mine = await api.player.joining.mine({ code });
    expect(mine.team).toMatchObject({
      name: 'North',
      members: [{ role: 'Blue team' }, { role: 'Blue team' }],
    });
    expect(mine.door).toMatchObject({ badge: expect.stringMatching(/^.{4}-.{4}$/), state: null });
    expect(mine.directors.map(({ id }) => id)).toEqual([people.director.id]);
    for (const one of [api.other, api.coordinator, api.outsider])
      expect(await failure(one.joining.mine({ code }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is there for who waits, without a code', async () => {
    const { people, code, test } = scene;
    await name(people.players[2]);
    const waiting = await callerAs(test, people.players[2]);
    expect(await waiting.joining.mine({ code })).toMatchObject({ state: 'waits', position: 1, door: null });
  });
});

it('a language is asked for by a role, stated by the person, and looked at when they are named', async () => {
  const { api, exerciseId, parties, person, test, code } = scene;
  const { roleId } = await api.director.exercises.saveRole(
    roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats: 5 }], {
      ...{ nameEn: 'Liaison', language: { tag: 'fr', level: 'B2' } },
    }),
  );
  const speaker = await person(parties.nordmark);
  const own = await callerAs(test, speaker);
  const nominate = () =>
    api.coordinator.nominations.nominate({ commandId: newId(), roleId, personIds: [speaker.id], reason: '' });
  const state = (level: 'B1' | 'C1') =>
    own.languages.state({ commandId: newId(), languages: [{ language: 'fr', level }] });
  expect(await failure(nominate())).toMatchObject({
    fields: [{ path: 'personIds.0', key: 'exercises.lacks.language', params: { what: 'French B2' } }],
  });
  await state('B1');
  expect(await failure(nominate())).toMatchObject({ fields: [{ key: 'exercises.lacks.language' }] });
  await state('C1');
  await nominate();
  expect((await own.joining.mine({ code })).checks).toMatchObject([{ kind: 'language', met: true }]);
  expect(await own.languages.own()).toEqual([{ language: 'fr', level: 'C1' }]);
  expect(await failure(api.nobody.languages.own())).toMatchObject({ code: 'UNAUTHORIZED' });
});

it('is not there for who is attested less than the exercise is marked, with a seat or sheets to write', async () => {
  const { api, code, people, parties, exerciseId, test } = scene;
  const before = (await api.director.joining.sheets({ code })).sheets.length;
  const marking = await createMarking(test, { level: 1, releasableTo: [parties.nordmark, parties.calder] });
  await test.worker.db.update(exercises).set({ markingId: marking.id }).where(eq(exercises.id, exerciseId));
  expect((await api.player.joining.mine({ code })).team).not.toBeNull();
  const [player, planner] = [people.players[0].id, people.director.id];
  await test.worker.db
    .update(attestations)
    .set({ validUntil: new Date() })
    .where(inArray(attestations.personId, [player, planner]));
  for (const call of [
    () => api.player.joining.mine({ code }),
    () => api.director.joining.sheets({ code }),
    () => api.director.joining.save(sheet()),
    () => api.director.joining.send(send()),
  ])
    expect(await failure(call())).toMatchObject({ code: 'NOT_FOUND' });
  const rows = await test.worker.sql`select id from exercise_joining where exercise_id = ${exerciseId}`;
  expect(rows).toHaveLength(before);
});
