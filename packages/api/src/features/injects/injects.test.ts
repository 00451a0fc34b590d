import { newId } from '@concord/db/ids';
import { injects, injectVersions } from '@concord/db/schema/injects';
import { appointments } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { addInject, type InjectScene, injectScene } from '../../testing/injects.ts';

let scene: InjectScene;
beforeAll(async () => {
  scene = await injectScene();
});
afterAll(() => scene.test.close());

const list = (api: InjectScene['api']['planner']) => api.injects.list({ code: scene.code });
const change = (injectId: string, revision: number, changes: object) => ({
  ...{ commandId: newId(), injectId, revision, changes },
});

describe('the events list', () => {
  it('is read by the staff of the exercise, and does not exist for anybody else', async () => {
    const { api, code } = scene;
    await addInject(scene, 'The cranes stop', { expected: 'They report it.' });
    for (const reader of [api.director, api.planner, api.control, api.evaluator])
      expect((await list(reader)).injects.map(({ title }) => title)).toContain('The cranes stop');
    const nothing = await failure(api.director.injects.list({ code: 'NOTHING' }));
    for (const other of [api.manager, api.player, api.opponent, api.coordinator, api.other, api.outsider])
      expect(await failure(list(other))).toEqual(nothing);
    expect(await failure(list(api.nobody))).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(code).toBeTruthy();
  });

  it('is kept from others by the database too', async () => {
    const { test, people, staff } = scene;
    const seen = async (who: { id: string }) =>
      inTransaction(servicesOf(test), await requestAs(test, who), async ({ tx }) => [
        await tx.$count(injects),
        await tx.$count(injectVersions),
      ]);
    expect(Math.min(...(await seen(staff.evaluator)))).toBeGreaterThan(0);
    for (const person of [people.players[0], people.manager, people.coordinator])
      expect(await seen(person)).toEqual([0, 0]);
  });

  it('is written by its planners and control, not by who judges', async () => {
    const { api, exerciseId } = scene;
    const add = () => ({ commandId: newId(), exerciseId, title: 'A call', minute: 5, storylineId: null });
    await api.control.injects.add(add());
    expect(await failure(api.evaluator.injects.add(add()))).toMatchObject({ code: 'FORBIDDEN' });
    for (const other of [api.manager, api.player, api.outsider])
      expect(await failure(other.injects.add(add()))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is closed to a planner whose appointment has ended', async () => {
    const { test, person, parties, exerciseId } = scene;
    const former = await person(parties.calder, {
      ...{ role: 'exercisePlanner', scope: 'exercise', scopeId: exerciseId },
    });
    const caller = await callerAs(test, former);
    await list(caller);
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date() })
      .where(eq(appointments.personId, former.id));
    expect(await failure(list(caller))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an inject', () => {
  it('keeps what it was before each change, and lies sealed', async () => {
    const { api, test, teams, objectiveId, staff } = scene;
    const { injectId } = await addInject(scene, 'Unsealed nowhere');
    const changes = {
      teamIds: [teams.north],
      objectiveId,
      responsibleId: staff.control.id,
      text: 'Ring ring',
    };
    await api.planner.injects.change(change(injectId, 1, changes));
    await api.control.injects.change(change(injectId, 2, { minute: 95, status: 'approved' }));
    const { versions } = await api.evaluator.injects.history({ injectId });
    expect(versions.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    expect(versions[2]?.state).toMatchObject({ title: 'Unsealed nowhere', minute: 0, teamIds: [] });
    expect((await list(api.planner)).injects.find(({ id }) => id === injectId)).toMatchObject({
      ...changes,
      ...{ minute: 95, status: 'approved', revision: 3 },
    });
    for (const table of [injects, injectVersions])
      for (const { sealed } of await test.worker.db.select({ sealed: table.sealed }).from(table))
        expect(sealed.includes('Unsealed') || sealed.includes('Ring')).toBe(false);
    expect(await failure(api.player.injects.history({ injectId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.player.injects.change(change(injectId, 3, { minute: 1 })))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is not written over by who has not seen the last change, and changes once for one command', async () => {
    const { api } = scene;
    const { injectId } = await addInject(scene, 'Twice');
    const first = change(injectId, 1, { minute: 10 });
    const [one, other] = await Promise.allSettled([
      api.planner.injects.change(first),
      api.control.injects.change(change(injectId, 1, { minute: 20 })),
    ]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    if (one.status === 'fulfilled') expect(await api.planner.injects.change(first)).toEqual(one.value);
    expect((await api.planner.injects.history({ injectId })).versions).toHaveLength(2);
  });

  it('names only what belongs to its exercise, and says which name does not', async () => {
    const { api, people, staff } = scene;
    const { injectId } = await addInject(scene, 'Alone');
    const wrong: [object, string][] = [
      [{ teamIds: [newId()] }, 'teamIds'],
      [{ objectiveId: newId() }, 'objectiveId'],
      [{ storylineId: newId() }, 'storylineId'],
      [{ afterId: newId() }, 'afterId'],
      [{ afterId: injectId }, 'afterId'],
      [{ responsibleId: people.players[0].id }, 'responsibleId'],
    ];
    for (const [changes, path] of wrong)
      expect(await failure(api.planner.injects.change(change(injectId, 1, changes)))).toMatchObject({
        fields: [{ path }],
      });
    await api.planner.injects.change(change(injectId, 1, { responsibleId: staff.planner.id }));
  });

  it('keeps its objective where the objectives are written again', async () => {
    const { api, exerciseId, objectiveId, code } = scene;
    const { injectId } = await addInject(scene, 'Has an objective', { objectiveId });
    const { objectives } = await api.director.exercises.byCode({ code });
    await api.director.exercises.saveObjectives({
      ...{ commandId: newId(), exerciseId },
      objectives: objectives.map(({ id, titleEn, titleFr }) => ({ id, titleEn: `${titleEn}!`, titleFr })),
    });
    const kept = (await list(api.planner)).injects.find(({ id }) => id === injectId);
    expect(kept?.objectiveId).toBe(objectiveId);
  });
});

it('has storylines, which leave their injects when they go', async () => {
  const { api, exerciseId } = scene;
  const save = (storylineId: string | null, title: string) =>
    api.planner.injects.saveStoryline({ commandId: newId(), exerciseId, storylineId, title });
  const { storylineId } = await save(null, 'Powr');
  await save(storylineId, 'Power');
  const { injectId } = await addInject(scene, 'Dark', { storylineId });
  expect((await list(api.evaluator)).storylines).toEqual([{ id: storylineId, title: 'Power' }]);
  const remove = () => ({ commandId: newId(), storylineId });
  expect(await failure(api.player.injects.removeStoryline(remove()))).toMatchObject({ code: 'NOT_FOUND' });
  await api.planner.injects.removeStoryline(remove());
  const after = await list(api.planner);
  expect(after.storylines).toEqual([]);
  expect(after.injects.find(({ id }) => id === injectId)?.storylineId).toBeNull();
});
