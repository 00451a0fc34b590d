import { newId } from '@concord/db/ids';
import { levels } from '@concord/db/schema/markings';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
  await scene.test.worker.db.update(levels).set({ searchIndex: false }).where(eq(levels.rank, 1));
});
afterAll(() => scene.test.close());

const within = (api: Api, query: string, more = {}) =>
  api.search.inThread({ threadId: scene.threadId, query, ...more });
const ids = async (api: Api, query: string, more = {}) =>
  (await within(api, query, more)).results.map((one) => one.id);

it('offers the threads of a level without an index, to those who read them alone', async () => {
  const { api, threadId, body } = scene;
  await say(api.author, threadId, 'Le câble est coupé.');
  expect(await api.ally.search.unindexed({})).toMatchObject({
    levels: [expect.any(String)],
    threads: [{ id: threadId, bodyCode: body.code, entries: 1 }],
    more: false,
  });
  expect((await api.ally.search.unindexed({ bodyCode: body.code })).threads).toHaveLength(1);
  expect((await api.outsider.search.unindexed({})).threads).toEqual([]);
});

it('finds words by opening one thread, with accents or without, and writes them nowhere', async () => {
  const { api, threadId, test } = scene;
  const { contributionId } = await say(api.author, threadId, 'Der Øresund-Tunnel: deux câbles, réparés.');
  expect(await ids(api.ally, 'tunnel', { kind: 'entry' })).toEqual([contributionId]);
  expect(await ids(api.ally, 'tunnel', { kind: 'statement' })).toEqual([]);
  for (const query of ['cables repares', 'CÂBLES', 'oresund', '"deux cables"', 'nothing or tunnel'])
    expect(await ids(api.ally, query)).toContain(contributionId);
  for (const query of ['"cables deux"', 'cables -repares', 'cabl', '-tunnel', '…'])
    expect(await ids(api.ally, query)).not.toContain(contributionId);
  const [hit] = (await within(api.ally, 'repares')).results;
  expect(hit?.parts.find((part) => part.match)?.text).toBe('réparés');
  expect((await api.ally.search.contributions({ query: 'tunnel' })).results).toEqual([]);
  expect(await test.worker.sql`select 1 from search_entry union all select 1 from search_part`).toHaveLength(
    0,
  );
});

it('answers for a thread that may not be read as for none, and shows no part that may not be', async () => {
  const { api, threadId, parties } = scene;
  const { contributionId } = await say(
    api.author,
    threadId,
    `Open sea.\n\n:::R ${parties.nor.code}\nKittiwake.\n:::`,
  );
  expect(await ids(api.author, 'kittiwake')).toEqual([contributionId]);
  expect(await ids(api.ally, 'kittiwake')).toEqual([]);
  expect(JSON.stringify(await within(api.ally, 'open sea'))).not.toContain('ittiwake');
  const absent = { threadId: newId(), query: 'sea' };
  expect(await failure(within(api.outsider, 'sea'))).toEqual(
    await failure(api.outsider.search.inThread(absent)),
  );
});

it('opens so many at once and says where to go on, narrowed as any search', async () => {
  const { api, threadId, parties } = scene;
  for (let count = 0; count < 205; count += 1) await say(api.author, threadId, 'x');
  const { contributionId } = await say(api.ally, threadId, 'Turnstone.');
  const first = await within(api.author, 'cables');
  expect(first).toMatchObject({ results: [], looked: 200 });
  expect(first.older).not.toBeNull();
  const second = await within(api.author, 'cables', { before: first.older });
  expect(second.results).toHaveLength(1);
  expect(second.older).toBeNull();
  expect(await ids(api.author, 'turnstone', { partyCode: parties.cal.code })).toEqual([contributionId]);
  expect(await ids(api.author, 'turnstone', { partyCode: parties.nor.code })).toEqual([]);
  expect(await ids(api.author, 'turnstone', { hasFile: true })).toEqual([]);
  expect(await ids(api.author, 'turnstone', { until: '2020-01-01' })).toEqual([]);
});
