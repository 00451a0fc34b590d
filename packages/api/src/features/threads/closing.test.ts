import { newId } from '@concord/db/ids';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

const reason = 'The matter goes to the next meeting.';
const close = (api: Api, threadId: string) => api.threads.close({ commandId: newId(), threadId, reason });
const reopen = (api: Api, threadId: string) =>
  api.threads.reopen({ commandId: newId(), threadId, reason: 'Not settled after all.' });

it('stays to be read and takes nothing more, until it is opened again', async () => {
  const { api, threadId, body, test } = scene;
  const { contributionId } = await say(api.author, threadId, 'before it closed');
  await close(api.author, threadId);
  const page = await api.ally.threads.page({ threadId });
  expect(page).toMatchObject({ mayWrite: false, closing: { by: 'Ilse Varga', reason } });
  const closed = { code: 'PRECONDITION_FAILED', messageKey: 'thread.closed' };
  expect(await failure(say(api.ally, threadId, 'too late'))).toMatchObject(closed);
  expect(
    await failure(api.ally.contributions.saveDraft({ commandId: newId(), threadId, text: 'x' })),
  ).toMatchObject(closed);
  expect(
    await failure(
      api.author.contributions.edit({ commandId: newId(), contributionId, revision: 1, text: 'other' }),
    ),
  ).toMatchObject({ code: 'FORBIDDEN' });
  const [row] = await test.owner
    .sql`select count(*)::int as n from thread_event where sealed is not null and position('meeting' in encode(sealed, 'escape')) > 0`;
  expect(row?.n).toBe(0);
  const listed = (state?: 'open' | 'closed') => api.ally.threads.ofBody({ bodyCode: body.code, state });
  expect((await listed()).threads).toMatchObject([{ id: threadId, closed: true }]);
  expect((await listed('closed')).threads).toHaveLength(1);
  expect((await listed('open')).threads).toEqual([]);

  await reopen(api.chair, threadId);
  expect((await api.ally.threads.page({ threadId })).closing).toBeNull();
  await say(api.ally, threadId, 'and on');
  const { events } = await api.ally.threads.about({ threadId });
  expect(events.map(({ kind, by, reason: why }) => [kind, by, why])).toEqual([
    ['reopened', 'Maren Varga', 'Not settled after all.'],
    ['closed', 'Ilse Varga', reason],
  ]);
});

it('is for the chair, the secretariat and who opened it; not for others, and not twice', async () => {
  const { api, threadId, body, parties, test } = scene;
  expect(await failure(close(api.ally, threadId))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failure(close(api.outsider, threadId))).toEqual(await failure(close(api.outsider, newId())));
  const secretary = await createPerson(test, {
    party: parties.nor,
    level: 1,
    appointments: [{ role: 'secretariat', scope: 'body', scopeId: body.id }],
  });
  const once = { commandId: newId(), threadId, reason };
  const secretariat = await callerAs(test, secretary);
  expect(await secretariat.threads.close(once)).toEqual(await secretariat.threads.close(once));
  expect(await failure(close(api.author, threadId))).toMatchObject({ messageKey: 'thread.closedAlready' });
  await reopen(api.author, threadId);
  expect(await failure(reopen(api.author, threadId))).toMatchObject({ messageKey: 'thread.openAlready' });
});

it('closed while others write, takes an entry wholly before or not at all', async () => {
  const { api, threadId } = scene;
  const answers = await Promise.allSettled([
    ...Array.from({ length: 6 }, (_, index) => say(api.ally, threadId, `at once ${index}`)),
    close(api.author, threadId),
  ]);
  const { contributions, closing } = await api.author.threads.page({ threadId });
  const written = answers.slice(0, 6).filter(({ status }) => status === 'fulfilled').length;
  expect(contributions.filter((one) => one.html.includes('at once'))).toHaveLength(written);
  const last = contributions.at(-1)?.at ?? '';
  // The clock of a close is read before the lock: entries that were faster to it may be a moment younger.
  expect(closing).not.toBeNull();
  expect(last).not.toBe('');
});
