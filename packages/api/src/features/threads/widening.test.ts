import { newId } from '@concord/db/ids';
import { levels } from '@concord/db/schema/markings';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
let head: Api;
let foreignHead: Api;
beforeAll(async () => {
  scene = await consultation();
  const seat = async (party: { id: string }) =>
    callerAs(
      scene.test,
      await createPerson(scene.test, {
        party,
        level: 1,
        appointments: [{ role: 'headOfDelegation', scope: 'body', scopeId: scene.body.id }],
      }),
    );
  head = await seat(scene.parties.nor);
  foreignHead = await seat(scene.parties.cal);
});
afterAll(() => scene.test.close());

const own = () => ({ level: 1, releasableTo: [scene.parties.nor.id] });
const both = () => ({ level: 1, releasableTo: [scene.parties.nor.id, scene.parties.cal.id] });
const ask = (api: Api, more: { contributionId?: string; marking?: ReturnType<typeof own> } = {}) =>
  api.threads.askWider({
    commandId: newId(),
    threadId: scene.threadId,
    marking: both(),
    reason: 'The Calder team needs it tonight.',
    ...more,
  });
const decide = (api: Api, requestId: string, confirm = true) =>
  api.threads.decideWider({ commandId: newId(), requestId, confirm });
const readable = async (api: Api, contributionId: string) =>
  !('code' in (await api.contributions.source({ contributionId }).catch(() => ({ code: 'gone' }))));

it('an entry is opened wider by two people, and by no one of them alone', async () => {
  const { api, threadId, test } = scene;
  await test.worker.db.update(levels).set({ searchIndex: false }).where(eq(levels.rank, 1));
  const { contributionId } = await say(api.author, threadId, 'the sarangi', { marking: own() });
  await test.worker.db.update(levels).set({ searchIndex: true }).where(eq(levels.rank, 1));
  const { requestId } = await ask(api.author, { contributionId });
  expect(await readable(api.ally, contributionId)).toBe(false);
  expect((await api.ally.threads.about({ threadId })).requests).toEqual([]);
  expect((await head.threads.about({ threadId })).requests).toMatchObject([
    { id: requestId, by: 'Ilse Varga', reason: 'The Calder team needs it tonight.', may: { confirm: true } },
  ]);
  expect(await failure(decide(api.author, requestId))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failure(decide(foreignHead, requestId))).toEqual(await failure(decide(foreignHead, newId())));
  await decide(head, requestId);
  expect(await readable(api.ally, contributionId)).toBe(true);
  expect((await api.ally.search.contributions({ query: 'sarangi' })).results).toHaveLength(1);
  expect((await api.ally.threads.about({ threadId })).events[0]).toMatchObject({
    kind: 'widened',
    contributionId,
  });
  expect(await failure(decide(head, requestId))).toMatchObject({ code: 'NOT_FOUND' });
});

it('who may release does not confirm what they asked for themselves', async () => {
  const { threadId } = scene;
  const { contributionId } = await say(head, threadId, 'of the head', { marking: own() });
  const { requestId } = await ask(head, { contributionId });
  expect(await failure(decide(head, requestId))).toMatchObject({ messageKey: 'marking.secondPerson' });
  expect((await head.threads.about({ threadId })).requests[0]?.may).toEqual({ confirm: false, refuse: true });
  await decide(head, requestId, false);
  expect((await head.threads.about({ threadId })).requests).toEqual([]);
  expect(await readable(scene.api.ally, contributionId)).toBe(false);
});

it('is not asked for what is no wider, wider than its thread or its sources, or not one’s own', async () => {
  const { api, threadId, parties } = scene;
  const { contributionId } = await say(api.author, threadId, 'bound', { marking: own() });
  const refused = (key: string) => ({ fields: [{ path: 'marking', key: `marking.${key}` }] });
  expect(await failure(ask(api.author, { contributionId, marking: own() }))).toMatchObject(
    refused('notWider'),
  );
  const all = { level: 1, releasableTo: [parties.nor.id, parties.cal.id, parties.out.id] };
  expect(await failure(ask(api.author, { contributionId, marking: all }))).toMatchObject(
    refused('widerThanThread'),
  );
  const { contributionId: quoting } = await say(api.author, threadId, '> bound', {
    marking: own(),
    quotes: [contributionId],
  });
  expect(await failure(ask(api.author, { contributionId: quoting }))).toMatchObject(
    refused('widerThanQuoted'),
  );
  expect(await failure(ask(api.ally, { contributionId }))).toEqual(
    await failure(ask(api.ally, { contributionId: newId() })),
  );
});

it('is decided on the marking it was asked for', async () => {
  const { api, threadId, parties } = scene;
  const { contributionId } = await say(api.author, threadId, 'moved on', { marking: own() });
  const { requestId: first } = await ask(api.author, { contributionId });
  const { requestId: second } = await ask(api.author, { contributionId });
  await decide(head, first);
  expect(await failure(decide(head, second))).toMatchObject({ messageKey: 'marking.requestStale' });
  expect(parties.nor.id).toBeTruthy();
});

it('a whole thread is opened wider the same way; its entries keep their own markings', async () => {
  const { api, threadId, parties } = scene;
  const all = { level: 1, releasableTo: [parties.nor.id, parties.cal.id, parties.out.id] };
  expect(await failure(api.outsider.threads.page({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
  const { requestId } = await ask(api.chair, { marking: all });
  await decide(head, requestId);
  expect((await api.outsider.threads.page({ threadId })).contributions).toEqual([]);
  const { contributionId } = await say(api.author, threadId, 'for all now');
  expect(await readable(api.outsider, contributionId)).toBe(true);
});
