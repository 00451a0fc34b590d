import { newId } from '@concord/db/ids';
import { threadMembers } from '@concord/db/schema/consultation';
import { createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function amongTwo() {
  const { api, people, body, marking } = scene;
  const { threadId } = await api.author.threads.start({
    commandId: newId(),
    bodyCode: body.code,
    title: 'Among two',
    marking,
    needToKnow: { kind: 'named', personIds: [people.ally.id] },
  });
  return threadId;
}

const name = (api: Api, threadId: string, personIds: string[], more: object = {}) =>
  api.threads.name({ commandId: newId(), threadId, personIds, mayWrite: true, until: null, ...more });
const takeOff = (api: Api, threadId: string, personId: string) =>
  api.threads.takeOff({ commandId: newId(), threadId, personId });
const gone = { code: 'NOT_FOUND', messageKey: 'notFound' };

/** A person's live events, oldest first. */
async function eventsFor(personId: string) {
  const rows = await scene.test.worker
    .sql`select topic, payload::text from live_event where person_id = ${personId} order by id`;
  return rows.map((row) => String(row.topic));
}

it('opens a thread to somebody added later, who is told without content', async () => {
  const { api, people, test } = scene;
  const threadId = await amongTwo();
  expect(await failure(api.chair.threads.page({ threadId }))).toMatchObject(gone);
  expect(await failure(name(api.chair, threadId, [people.chair.id]))).toMatchObject(gone);
  await name(api.author, threadId, [people.chair.id], { until: inDays(10) });
  expect((await api.chair.threads.page({ threadId })).mayWrite).toBe(true);
  const { items } = await api.chair.notifications.list({});
  expect(items).toMatchObject([
    { kind: 'threadNamed', thread: { id: threadId, title: 'Among two' }, read: false },
  ]);
  const jobs = await test.worker
    .sql`select data::text from pgboss.job where name = 'news' and data->>'personId' = ${people.chair.id}`;
  expect(jobs).toHaveLength(1);
  expect(String(jobs[0]?.data)).not.toContain('Among');
});

it('ends by itself when its day has come', async () => {
  const { api, people, test } = scene;
  const threadId = await amongTwo();
  await name(api.author, threadId, [people.chair.id], { until: inDays(1) });
  await test.worker.db
    .update(threadMembers)
    .set({ validUntil: new Date(Date.now() - 1) })
    .where(and(eq(threadMembers.threadId, threadId), eq(threadMembers.personId, people.chair.id)));
  expect(await failure(api.chair.threads.page({ threadId }))).toMatchObject(gone);
  expect((await api.chair.notifications.list({})).items.map((item) => item.thread?.id)).not.toContain(
    threadId,
  );
});

it('is gone at once for who is taken off, in pages, lists, search, notifications and live events', async () => {
  const { api, people } = scene;
  const threadId = await amongTwo();
  const { contributionId } = await say(api.author, threadId, `quincunx @[${people.ally.id}]`);
  expect((await api.ally.search.contributions({ query: 'quincunx' })).results).toHaveLength(1);
  await takeOff(api.author, threadId, people.ally.id);
  expect(await eventsFor(people.ally.id)).toContain('notifications');
  expect(await failure(api.ally.threads.page({ threadId }))).toMatchObject(gone);
  expect(await failure(api.ally.threads.about({ threadId }))).toMatchObject(gone);
  expect(await failure(say(api.ally, threadId, 'still here'))).toMatchObject(gone);
  expect(await failure(api.ally.contributions.source({ contributionId }))).toMatchObject(gone);
  expect((await api.ally.search.contributions({ query: 'quincunx' })).results).toEqual([]);
  const { items } = await api.ally.notifications.list({});
  expect(items.map((item) => item.thread?.id)).not.toContain(threadId);
  const before = (await eventsFor(people.ally.id)).length;
  const readers = await scene.test.worker
    .sql`select person_id::text from concord.readers_of(array[${contributionId}::uuid], array[${people.ally.id}::uuid], array[2])`;
  expect(readers).toHaveLength(0);
  await name(api.author, threadId, [people.chair.id]);
  expect(await eventsFor(people.ally.id)).toHaveLength(before);
});

it('keeps a history that members see: who was named, until when, and taken off by whom', async () => {
  const { api, people } = scene;
  const threadId = await amongTwo();
  await name(api.author, threadId, [people.chair.id]);
  await name(api.author, threadId, [people.chair.id], { mayWrite: false, until: inDays(3) });
  await takeOff(api.author, threadId, people.chair.id);
  await name(api.author, threadId, [people.chair.id]);
  const about = await api.ally.threads.about({ threadId });
  expect(about.members.map((member) => member.personId).sort()).toEqual(
    [people.author.id, people.ally.id, people.chair.id].sort(),
  );
  expect(about.events.slice(0, 4).map((event) => [event.kind, event.by, event.person])).toEqual(
    ['named', 'removed', 'changed', 'named'].map((kind) => [kind, 'Ilse Varga', 'Maren Varga']),
  );
  expect(about.may).toEqual({ lead: false, name: false, narrow: false });
  const { entries } = await api.ally.record.list({});
  expect(entries.map((entry) => entry.action)).toEqual(
    expect.arrayContaining(['thread.name', 'thread.takeOff']),
  );
});

it('is decided by who leads the thread; the head of a delegation takes off their own, anybody themselves', async () => {
  const { api, people, parties, body, test } = scene;
  const threadId = await amongTwo();
  const head = await createPerson(test, {
    party: parties.cal,
    level: 1,
    appointments: [{ role: 'headOfDelegation', scope: 'body', scopeId: body.id }],
  });
  await name(api.author, threadId, [head.id, people.chair.id]);
  const headApi = await callerAs(test, head);
  expect(await failure(name(api.ally, threadId, [head.id]))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failure(takeOff(api.ally, threadId, people.chair.id))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failure(takeOff(headApi, threadId, people.author.id))).toMatchObject({ code: 'FORBIDDEN' });
  await takeOff(headApi, threadId, people.ally.id);
  await takeOff(headApi, threadId, head.id);
  await takeOff(api.chair, threadId, people.author.id);
  expect(await failure(takeOff(api.chair, threadId, people.chair.id))).toMatchObject({
    messageKey: 'thread.lastNamed',
  });
});

it('refuses who could not read it, a day gone by, and threads of a whole body', async () => {
  const { api, people } = scene;
  const threadId = await amongTwo();
  expect(await failure(name(api.author, threadId, [people.outsider.id]))).toMatchObject({
    fields: [{ path: 'personIds', key: 'thread.memberMayNotRead' }],
  });
  expect(await failure(name(api.author, threadId, [people.chair.id], { until: inDays(-1) }))).toMatchObject({
    fields: [{ path: 'until' }],
  });
  expect(await failure(name(api.author, scene.threadId, [people.chair.id]))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await failure(name(await callerAs(scene.test, null), threadId, [people.chair.id]))).toMatchObject({
    code: 'UNAUTHORIZED',
  });
  expect(await failure(name(api.outsider, threadId, [people.chair.id]))).toMatchObject(gone);
});
