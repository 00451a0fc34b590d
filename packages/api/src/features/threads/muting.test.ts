import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Consultation, consultation, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

const follow = (following: 'normal' | 'following' | 'muted') =>
  scene.api.ally.threads.follow({ commandId: newId(), threadId: scene.threadId, following });

/** Everywhere that a reader is told of what is new in the thread. */
async function told() {
  const { api, threadId, body } = scene;
  const [mine] = await api.ally.bodies.mine();
  const [listed] = (await api.ally.threads.ofBody({ bodyCode: body.code })).threads;
  return {
    thread: (await api.ally.threads.page({ threadId })).unread,
    listed: listed?.unread,
    body: mine?.unread,
    shell: (await api.ally.shell.get()).sections.find(({ key }) => key === 'consult')?.count ?? 0,
    notifications: (await api.ally.notifications.list({})).items.length,
  };
}

const mails = async () => {
  const rows = await scene.test.worker.sql`select 1 from pgboss.job
    where data->>'personId' = ${scene.people.ally.id}`;
  return rows.length;
};

it('a muted thread tells nobody of what is new, and its own count stays exact', async () => {
  const { api, threadId } = scene;
  await follow('following');
  const first = await say(api.author, threadId, 'One.');
  expect(await told()).toMatchObject({ thread: 1, body: 1, notifications: 1 });
  await api.ally.threads.markRead({ commandId: newId(), threadId, contributionId: first.contributionId });

  await follow('muted');
  const before = await mails();
  await Promise.all(['Two.', 'Three.'].map((text) => say(api.author, threadId, text)));
  expect(await told()).toEqual({ thread: 2, listed: 2, body: 0, shell: 0, notifications: 1 });
  expect(await mails()).toBe(before);
  await say(api.ally, threadId, 'My own.');
  expect(await told()).toMatchObject({ thread: 2, body: 0 });

  await follow('normal');
  expect(await told()).toEqual({ thread: 2, listed: 2, body: 2, shell: 1, notifications: 1 });
});

it('tells a person of a muted thread who is named there: that is meant for nobody else', async () => {
  const { api, threadId, people } = scene;
  await follow('muted');
  await say(api.author, threadId, `What do you say, @[${people.ally.id}]?`);
  const { items } = await api.ally.notifications.list({});
  expect(items[0]).toMatchObject({ kind: 'mention' });
  expect((await told()).body).toBe(0);
});
