import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { storeFile } from '../../storage/store.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { type ExerciseScene, exerciseScene } from '../../testing/exercises.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

/** A file somebody has brought and not attached to anything yet. */
const bring = async (person: { id: string }, words = 'A plan.') =>
  inTransaction(servicesOf(scene.test), await requestAs(scene.test, person), async (ctx) => {
    const place = { container: 'person', containerId: person.id, createdBy: person.id } as const;
    return (await storeFile(ctx, { ...place, name: 'plan.txt', bytes: Buffer.from(words) })).id;
  });
const add = async (audience: 'staff' | 'holders' | 'all', title: string) => ({
  ...{ commandId: newId(), exerciseId: scene.exerciseId, title, audience, marking: null },
  fileId: await bring(scene.people.director),
});
const titles = async (api: ExerciseScene['api']['manager']) =>
  (await api.exercises.byCode({ code: scene.code })).documents.map(({ title }) => title);
const readable = async (person: { id: string }, fileId: string) =>
  inTransaction(servicesOf(scene.test), await requestAs(scene.test, person), async (ctx) => {
    const rows = await ctx.tx.execute(`select 1 from file where id = '${fileId}'`);
    return [...rows].length === 1;
  });

it('are for planners, for who has a seat as well, or for all who know of the exercise, and so are their bytes', async () => {
  const { api, people, roleId } = scene;
  const files = new Map<string, string>();
  for (const audience of ['staff', 'holders', 'all'] as const) {
    const input = await add(audience, `For ${audience}`);
    files.set(audience, input.fileId);
    await api.director.exercises.addDocument(input);
  }
  const personIds = [people.players[0].id];
  await api.director.nominations.nominate({ commandId: newId(), roleId, personIds, reason: '' });
  expect(await titles(api.director)).toEqual(['For all', 'For holders', 'For staff']);
  expect(await titles(api.player)).toEqual(['For all', 'For holders']);
  expect(await titles(api.other)).toEqual(['For all']);
  expect(await readable(people.other, files.get('all') ?? '')).toBe(true);
  expect(await readable(people.other, files.get('holders') ?? '')).toBe(false);
  expect(await readable(people.players[0], files.get('staff') ?? '')).toBe(false);
  expect(await readable(people.outsider, files.get('all') ?? '')).toBe(false);
});

it('carry a marking of their own, under which they do not exist for whom it does not let', async () => {
  const { api, people, parties } = scene;
  const marking = { level: 0, releasableTo: [parties.calder.id], onlyFor: [], caveats: [] };
  await api.director.exercises.addDocument({ ...(await add('all', 'For Calder')), marking });
  expect(await titles(api.other)).toContain('For Calder');
  expect(await titles(api.coordinator)).not.toContain('For Calder');
  expect(await failure(api.coordinator.exercises.addDocument(await add('all', 'No')))).toMatchObject({
    code: 'NOT_FOUND',
  });
  const strange = { ...(await add('all', 'Not mine')), fileId: await bring(people.other) };
  expect(await failure(api.director.exercises.addDocument(strange))).toMatchObject({
    fields: [{ path: 'fileIds' }],
  });
  expect(await titles(api.director)).not.toContain('Not mine');
});

it('have versions that follow one another, once each, and go together', async () => {
  const { api, people } = scene;
  const { documentId } = await api.director.exercises.addDocument(await add('all', 'The plan'));
  const versions = await Promise.all(
    ['Two.', 'Three.'].map(async (words) => ({
      ...{ commandId: newId(), documentId, note: words, fileId: await bring(people.director, words) },
    })),
  );
  await Promise.all(versions.map((version) => api.director.exercises.renewDocument(version)));
  for (const version of versions) await api.director.exercises.renewDocument(version);
  const find = async () =>
    (await api.other.exercises.byCode({ code: scene.code })).documents.find(({ id }) => id === documentId);
  expect((await find())?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  const remove = { commandId: newId(), documentId };
  expect(await failure(api.other.exercises.removeDocument(remove))).toMatchObject({ code: 'NOT_FOUND' });
  await api.director.exercises.removeDocument(remove);
  expect(await find()).toBeUndefined();
  expect(await readable(people.other, versions[0]?.fileId ?? '')).toBe(false);
});
