import { newId } from '@concord/db/ids';
import { exerciseSeatEntries, exerciseSeats } from '@concord/db/schema/exercises';
import { createAppointment } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { type ExerciseScene, exerciseFields, exerciseScene, roleFields } from '../../testing/exercises.ts';

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

describe('a seat', () => {
  it('is for whom a coordinator names and the director confirms, and the next takes it when it is free', async () => {
    const { api, people } = here();
    const [one, two, three] = people.players;
    await nominate(api.coordinator, one, two, three);
    expect((await role(api.coordinator)).lines.map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => 'needsDirector'),
    );
    for (const player of [one, two, three]) await act(api.director, 'confirm', player);
    expect(await held()).toEqual([one.id, two.id].sort());
    const { lines, waiting } = await role(api.coordinator);
    expect(waiting).toBe(1);
    expect(lines.find(({ personId }) => personId === three.id)).toMatchObject({
      state: 'waits',
      position: 1,
    });
    await act(api.player, 'withdraw', one);
    expect(await held()).toEqual([two.id, three.id].sort());
  });

  it('shows names to those who look after the people, and figures to every nation', async () => {
    const { api, people } = here();
    await nominate(api.coordinator, people.players[0]);
    expect((await role(api.coordinator)).lines).toHaveLength(1);
    const other = await role(api.other);
    expect(other.lines).toEqual([]);
    expect(other.parties[0]).toMatchObject({ seats: 2, nominated: 1 });
    const log = await api.other.nominations.log({ roleId: here().roleId });
    expect(log.items[0]).toMatchObject({ kind: 'coordinatorAgreed', person: null });
    expect(JSON.stringify(log)).not.toContain(people.players[0].familyName);
    expect(await failure(api.outsider.nominations.log({ roleId: here().roleId }))).toEqual(
      await failure(api.outsider.nominations.log({ roleId: newId() })),
    );
  });

  it('is not for people one does not speak for, nor confirmed by a coordinator', async () => {
    const { api, people } = here();
    expect(await failure(nominate(api.other, people.players[0]))).toMatchObject({ code: 'FORBIDDEN' });
    await nominate(api.coordinator, people.players[0]);
    expect(await failure(act(api.coordinator, 'confirm', people.players[0]))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await failure(act(api.other, 'withdraw', people.players[0]))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(nominate(api.coordinator, people.players[0]))).toMatchObject({
      messageKey: 'exercises.nominatedAlready',
    });
  });

  it('takes effect once where the command is sent twice', async () => {
    const { api, people, roleId, test } = here();
    const input = { commandId: newId(), roleId, personIds: [people.players[0].id], reason: '' };
    await api.coordinator.nominations.nominate(input);
    await api.coordinator.nominations.nominate(input);
    const rows = await test.worker.db
      .select()
      .from(exerciseSeatEntries)
      .where(eq(exerciseSeatEntries.personId, people.players[0].id));
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['coordinatorAgreed', 'request']);
  });

  it('is never given twice when two hundred are named for the last one at the same time', async () => {
    const { api, person, parties } = here();
    const all = await Promise.all(Array.from({ length: 200 }, () => person(parties.nordmark)));
    await Promise.all(all.map((player) => nominate(api.director, player)));
    expect(await held()).toHaveLength(2);
    expect(await role(api.director)).toMatchObject({ held: 2, waiting: 198 });
  });

  it('is given beside those of other nations, whose names the coordinator does not see', async () => {
    const { api, people, person, parties, exerciseId, roleId } = here();
    const both = [parties.nordmark, parties.calder].map(({ id }) => ({ partyId: id, seats: 1 }));
    await api.director.exercises.saveRole(roleFields(exerciseId, both, { roleId }));
    const stranger = await person(parties.calder);
    await nominate(api.director, stranger);
    await nominate(api.coordinator, people.players[0]);
    await act(api.director, 'confirm', people.players[0]);
    expect(await held()).toEqual([stranger.id, people.players[0].id].sort());
    await act(api.coordinator, 'withdraw', people.players[0]);
    expect(await held()).toEqual([stranger.id]);
  });
});

describe('what a seat asks for', () => {
  it('holds back who lacks an attested level until the end, and names them by place', async () => {
    const { test, api, people, exerciseId, roleId, parties } = here();
    const unknown = roleFields(exerciseId, [], { roleId, level: 9 });
    expect(await failure(api.director.exercises.saveRole(unknown))).toMatchObject({
      fields: [{ path: 'level', key: 'invalid' }],
    });
    await api.director.exercises.saveRole(
      roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats: 2 }], { roleId, level: 1 }),
    );
    await test.worker.sql`update attestation set valid_until = now() + interval '62 days'
      where person_id = ${people.players[0].id}`;
    const [line] = await api.coordinator.nominations.candidates({
      ...{ roleId, query: people.players[0].familyName },
    });
    expect(line?.checks).toMatchObject([{ kind: 'attestation', met: false }]);
    expect(await failure(nominate(api.coordinator, people.players[1], people.players[0]))).toMatchObject({
      fields: [{ path: 'personIds.1', key: 'exercises.lacks.attestation' }],
    });
    expect((await role(api.coordinator)).lines).toEqual([]);
  });

  it('is that nobody sits elsewhere at the time, nor in two roles', async () => {
    const { api, people, parties, both, exerciseId, test } = here();
    const second = await api.manager.exercises.create(exerciseFields(both));
    const other = await api.manager.exercises.saveRole(
      roleFields(second.exerciseId, [{ partyId: parties.nordmark.id, seats: 2 }]),
    );
    await createAppointment(test, people.director, {
      ...{ role: 'exerciseDirector', scope: 'exercise', scopeId: second.exerciseId },
    });
    await api.director.exercises.publish({ commandId: newId(), exerciseId: second.exerciseId });
    await api.director.nominations.nominate({
      ...{ commandId: newId(), roleId: other.roleId, personIds: [people.players[0].id], reason: '' },
    });
    expect(await failure(nominate(api.coordinator, people.players[0]))).toMatchObject({
      fields: [{ key: 'exercises.lacks.clash', params: { what: second.code } }],
    });
    const red = await api.director.exercises.saveRole(
      roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats: 1 }], { colour: 'red', nameEn: 'Red' }),
    );
    await nominate(api.coordinator, people.players[1]);
    const again = { commandId: newId(), roleId: red.roleId, personIds: [people.players[1].id], reason: '' };
    expect(await failure(api.coordinator.nominations.nominate(again))).toMatchObject({
      fields: [{ key: 'exercises.seatElsewhere' }],
    });
  });
});

describe('exchanging people', () => {
  it('keeps the seat within the party, and the reason is there for all to read', async () => {
    const { api, people, roleId, person, parties } = here();
    const [one, two] = people.players;
    await nominate(api.coordinator, one);
    await act(api.director, 'confirm', one);
    const input = (personId: string) => ({
      commandId: newId(),
      roleId,
      personId,
      replacesId: one.id,
      reason,
    });
    const stranger = await person(parties.calder);
    expect(await failure(api.director.nominations.substitute(input(stranger.id)))).toMatchObject({
      fields: [{ path: 'personId', key: 'exercises.otherParty' }],
    });
    await api.coordinator.nominations.substitute(input(two.id));
    expect(await held()).toEqual([two.id]);
    const [entry] = (await api.coordinator.nominations.log({ roleId })).items;
    expect(entry).toMatchObject({
      kind: 'substituted',
      reason,
      moves: [{ what: 'left' }, { what: 'given' }],
    });
  });
});

it('fewer seats than holders are refused by name of the line, and nothing is written', async () => {
  const { api, people, exerciseId, roleId, parties } = here();
  await nominate(api.coordinator, people.players[0]);
  await act(api.director, 'confirm', people.players[0]);
  const input = roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats: 0 }], { roleId });
  expect(await failure(api.director.exercises.saveRole(input))).toMatchObject({
    fields: [{ path: 'parties.0.seats', key: 'exercises.seatsBelowHolders' }],
  });
  expect(await held()).toEqual([people.players[0].id]);
});

it('nobody nominates before the sign-up opens nor signed out', async () => {
  const { api, roleId, people, test, exerciseId } = here();
  await test.worker.sql`update exercise set opens_at = now() + interval '1 day' where id = ${exerciseId}`;
  expect(await failure(nominate(api.coordinator, people.players[0]))).toMatchObject({
    messageKey: 'exercises.notYetOpen',
  });
  const signedOut = await callerAs(test, null);
  expect(
    await failure(
      signedOut.nominations.nominate({ commandId: newId(), roleId, personIds: [people.players[0].id] }),
    ),
  ).toMatchObject({ code: 'UNAUTHORIZED' });
});
