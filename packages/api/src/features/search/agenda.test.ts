import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servicesOf } from '../../testing/caller.ts';
import type { Api } from '../../testing/consultation.ts';
import { about, addItem, planMeeting, publishedMeeting } from '../../testing/meetings.ts';
import { type TextScene, textScene } from '../../testing/text-scene.ts';
import { setSearchIndex } from './reindex.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
});
afterAll(() => scene.test.close());

type Filters = Omit<Parameters<Api['search']['meetings']>[0], 'query'>;
const search = (api: Api, query: string, filters: Filters = {}) => api.search.meetings({ query, ...filters });
const items = async (api: Api, query: string, filters?: Filters) =>
  (await search(api, query, filters)).results.map((one) => one.item?.id ?? one.meeting.id);

it('finds a meeting by its title and its items by their words, with accents or without', async () => {
  const { api, body } = scene;
  const { meetingId } = await publishedMeeting(scene);
  const { itemId } = await addItem(api.chair, meetingId, {
    title: 'Câbles du Nord',
    note: 'Trois réparations à Vardø sont à décider.',
  });
  for (const query of ['cables', 'reparations vardo', '"CÂBLES DU NORD"'])
    expect(await items(api.ally, query)).toEqual([itemId]);
  const [hit] = (await search(api.ally, 'reparations')).results;
  expect(hit?.parts.filter((part) => part.match).map((part) => part.text)).toEqual(['réparations']);
  expect(hit).toMatchObject({ bodyCode: body.code, meeting: { id: meetingId } });
  const { title } = await api.ally.meetings.byId({ meetingId });
  expect(await items(api.ally, `"${title}"`)).toContain(meetingId);
  expect(await items(api.ally, 'cables', { bodyCode: body.code })).toEqual([itemId]);
  expect(await items(api.ally, 'cables', { until: '2020-01-01' })).toEqual([]);
  expect(await items(api.ally, 'cables', { hasFile: true })).toEqual([]);
  expect(await items(api.outsider, 'cables')).toEqual([]);
});

it('leaves no trace of an item that may not be read, nor of a draft, and forgets what was taken off', async () => {
  const { api, parties } = scene;
  const { meetingId } = await publishedMeeting(scene);
  const own = { level: 1, releasableTo: [parties.nor.id] };
  const before = await search(api.ally, 'lantern');
  const { itemId } = await addItem(api.chair, meetingId, { title: 'Lantern', marking: own });
  expect(await items(api.author, 'lantern')).toEqual([itemId]);
  expect(await search(api.ally, 'lantern')).toEqual(before);
  await addItem(api.chair, meetingId, { itemId, title: 'Beacon', marking: own });
  expect([await items(api.author, 'lantern'), await items(api.author, 'beacon')]).toEqual([[], [itemId]]);
  await api.chair.meetings.removeItem({ commandId: newId(), itemId });
  expect(await items(api.author, 'beacon')).toEqual([]);
  const { meetingId: draft } = await planMeeting(api.chair, scene, { title: 'Quiet lighthouse' });
  expect(await items(api.chair, 'lighthouse')).toEqual([draft]);
  expect(await items(api.ally, 'lighthouse')).toEqual([]);
  await api.chair.meetings.publish(about(draft));
  expect(await items(api.ally, 'lighthouse')).toEqual([draft]);
});

it('gives pages, and nothing of a level whose index is off', async () => {
  const { api, test } = scene;
  const { meetingId } = await publishedMeeting(scene);
  const made: string[] = [];
  for (let count = 0; count < 23; count += 1)
    made.push((await addItem(api.chair, meetingId, { title: `Semaphore ${count}` })).itemId);
  const first = await search(api.ally, 'semaphore');
  const second = await search(api.ally, 'semaphore', { before: first.older ?? undefined });
  expect([...first.results, ...second.results].map((one) => one.item?.id)).toEqual([...made].reverse());
  expect(second.older).toBeNull();
  expect((await search(api.ally, 'semaphore', { most: 3 })).results).toHaveLength(3);
  await setSearchIndex(servicesOf(test), 'R', false);
  expect(await items(api.ally, 'semaphore')).toEqual([]);
  expect((await setSearchIndex(servicesOf(test), 'R', true)).meetings).toBeGreaterThan(0);
  expect(await items(api.ally, 'semaphore', { most: 3 })).toHaveLength(3);
});
