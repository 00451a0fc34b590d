import { newId } from '@concord/db/ids';
import { appointments } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import {
  day,
  type ExerciseScene,
  exerciseFields,
  exerciseScene,
  roleFields,
} from '../../testing/exercises.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

const edit = async (api: ExerciseScene['api']['manager'], more: object = {}) => ({
  ...(({ id: _, code: __, ...fields }) => fields)(await api.exercises.editing({ code: scene.code })),
  ...{ commandId: newId(), exerciseId: scene.exerciseId, ...more },
});

describe('an exercise', () => {
  it('is known to whom its marking lets once it is announced, and to nobody else', async () => {
    const { api, code } = scene;
    expect(await api.other.exercises.byCode({ code })).toMatchObject({
      ...{ code, name: 'Quiet Harbour', phase: 'open', can: { plan: false, direct: false } },
    });
    expect((await api.other.exercises.list({})).exercises.map((one) => one.code)).toContain(code);
    expect((await api.outsider.exercises.list({})).exercises).toEqual([]);
    expect(await failure(api.outsider.exercises.byCode({ code }))).toEqual(
      await failure(api.outsider.exercises.byCode({ code: 'NOTHING' })),
    );
    expect(await failure(api.nobody.exercises.byCode({ code }))).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('is a draft for its staff alone until then', async () => {
    const { api, both } = scene;
    const { code, exerciseId } = await api.manager.exercises.create(exerciseFields(both));
    expect(await failure(api.other.exercises.byCode({ code }))).toMatchObject({ code: 'NOT_FOUND' });
    const publish = { commandId: newId(), exerciseId };
    expect(await failure(api.manager.exercises.publish(publish))).toMatchObject({
      messageKey: 'exercises.withoutRole',
    });
  });

  it('is begun by who manages training, under a code of its own, with dates that can be', async () => {
    const { api, both, code } = scene;
    expect(await failure(api.other.exercises.create(exerciseFields(both)))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failure(api.manager.exercises.create(exerciseFields(both, { code })))).toMatchObject({
      fields: [{ path: 'code', key: 'exercises.codeTaken' }],
    });
    const ends = exerciseFields(both, { endsAt: day(59) });
    expect(await failure(api.manager.exercises.create(ends))).toMatchObject({
      fields: [{ path: 'endsAt', key: 'exercises.endsBeforeStart' }],
    });
  });

  it('is begun once where the command is sent twice', async () => {
    const { api, both } = scene;
    const input = exerciseFields(both);
    const first = await api.manager.exercises.create(input);
    expect(await api.manager.exercises.create(input)).toEqual(first);
  });

  it('is changed by its planners alone, one after the other', async () => {
    const { api } = scene;
    const input = await edit(api.director, { place: 'Tromsø' });
    expect(await failure(api.other.exercises.edit({ ...input, commandId: newId() }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await api.director.exercises.edit(input);
    expect(await failure(api.manager.exercises.edit({ ...input, commandId: newId() }))).toMatchObject({
      messageKey: 'exercises.changed',
    });
    expect(await api.other.exercises.byCode({ code: scene.code })).toMatchObject({ place: 'Tromsø' });
  });

  it('is planned no more by a director whose appointment has ended', async () => {
    const { test, api, person, parties, exerciseId } = scene;
    const former = await person(parties.calder, {
      ...{ role: 'exercisePlanner', scope: 'exercise', scopeId: exerciseId },
    });
    const caller = await callerAs(test, former);
    await caller.exercises.edit(await edit(api.director, { place: 'Vardø' }));
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date() })
      .where(eq(appointments.personId, former.id));
    expect(await failure(caller.exercises.edit(await edit(api.director)))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('its plan', () => {
  it('names teams of several nations, objectives in order, and conferences for whom they are', async () => {
    const { api, both, code, exerciseId } = scene;
    const team = { commandId: newId(), exerciseId, teamId: null, name: 'North', colour: 'blue' as const };
    await api.director.exercises.saveTeam({ ...team, partyIds: both });
    const twin = { ...team, commandId: newId(), partyIds: both };
    expect(await failure(api.director.exercises.saveTeam(twin))).toMatchObject({
      fields: [{ path: 'name', key: 'exercises.teamTaken' }],
    });
    await api.director.exercises.saveObjectives({
      ...{ commandId: newId(), exerciseId },
      objectives: ['Detect', 'Report'].map((title) => ({ id: null, titleEn: title, titleFr: title })),
    });
    const conference = {
      ...{ exerciseId, eventId: null, kind: 'mainConference' as const, title: 'Main', place: '', link: '' },
      ...{ startsAt: day(20), endsAt: day(21), timeZone: 'UTC' },
    };
    for (const audience of ['staff', 'all'] as const)
      await api.director.exercises.saveEvent({ ...conference, commandId: newId(), audience });
    const seen = await api.other.exercises.byCode({ code });
    expect(seen.teams[0]).toMatchObject({ name: 'North', codes: expect.any(Array) });
    expect(seen.objectives.map(({ title }) => title)).toEqual(['Detect', 'Report']);
    expect(seen.events).toHaveLength(1);
    expect((await api.director.exercises.byCode({ code })).events).toHaveLength(2);
    expect(
      await failure(
        api.other.exercises.saveTeam({ ...team, commandId: newId(), name: 'South', partyIds: both }),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets a party take part once its training coordinator has agreed', async () => {
    const { api, parties, exerciseId, code } = scene;
    const partyId = parties.nordmark.id;
    await api.director.exercises.invite({ commandId: newId(), exerciseId, partyId, standing: 'observer' });
    const agree = () => ({ commandId: newId(), exerciseId, partyId });
    expect(await failure(api.other.exercises.agree(agree()))).toMatchObject({ code: 'FORBIDDEN' });
    await api.coordinator.exercises.agree(agree());
    const { parties: named } = await api.other.exercises.byCode({ code });
    expect(named[0]).toMatchObject({ standing: 'observer', agreedAt: expect.any(String) });
  });

  it('refuses seats below the fewest asked for, and names the line', async () => {
    const { api, parties, exerciseId } = scene;
    const input = roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats: 1, minimum: 2 }]);
    expect(await failure(api.director.exercises.saveRole(input))).toMatchObject({
      fields: [{ path: 'parties.0.minimum', key: 'exercises.minimumAboveSeats' }],
    });
  });
});

it('is called off with a reason, and then stands', async () => {
  const { api, both } = scene;
  const { exerciseId, code } = await api.manager.exercises.create(exerciseFields(both));
  const cancel = () => ({ commandId: newId(), exerciseId, reason: 'The harbour is closed.' });
  await api.manager.exercises.cancel(cancel());
  expect(await failure(api.manager.exercises.cancel(cancel()))).toMatchObject({
    messageKey: 'exercises.cancelled',
  });
  expect(await api.manager.exercises.byCode({ code })).toMatchObject({
    ...{ phase: 'cancelled', cancelReason: 'The harbour is closed.' },
  });
});
