import { newId } from '@concord/db/ids';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

const report = (api: Api, contributionId: string, commandId = newId()) =>
  api.contributions.reportSpillage({ commandId, contributionId, reason: 'A name that should not be here.' });

describe('a spillage', () => {
  it('leaves the entry to its party and the reporter’s at once, with what quotes it, and tells officer and chair', async () => {
    const { api, people, parties, body, test } = scene;
    const officer = await createPerson(test, {
      party: parties.nor,
      level: 1,
      appointments: [{ role: 'securityOfficer', scope: 'party', scopeId: parties.nor.id }],
    });
    const elsewhere = await createPerson(test, {
      party: parties.cal,
      level: 1,
      appointments: [{ role: 'securityOfficer', scope: 'party', scopeId: parties.cal.id }],
    });
    const { threadId } = await api.author.threads.start({
      commandId: newId(),
      bodyCode: body.code,
      title: 'For three nations',
      marking: { level: 1, releasableTo: [parties.nor.id, parties.cal.id, parties.out.id] },
      needToKnow: { kind: 'body' },
    });
    const { contributionId } = await say(api.author, threadId, 'a name');
    const { contributionId: quoting } = await say(api.outsider, threadId, '> a name', {
      quotes: [contributionId],
    });
    expect(await report(api.ally, contributionId)).toEqual({ contributionId, narrowed: true });

    const seen = async (one: Api) =>
      (await one.threads.page({ threadId })).contributions.map(({ id }) => id).sort();
    expect(await seen(api.outsider)).toEqual([]);
    expect(await seen(api.ally)).toEqual([contributionId, quoting].sort());
    expect(await seen(api.author)).toEqual([contributionId, quoting].sort());
    const absent = await failure(api.outsider.contributions.source({ contributionId: newId() }));
    expect(await failure(api.outsider.contributions.source({ contributionId }))).toEqual(absent);

    const told = (who: { id: string }) =>
      test.worker
        .sql`select params ->> 'path' as path from notification where person_id = ${who.id} and kind = 'spillageReported'`;
    expect(await told(officer)).toEqual([{ path: '/notifications' }]);
    expect(await told(people.chair)).toEqual([{ path: `/consult/threads/${threadId}/about` }]);
    expect(await told(elsewhere)).toEqual([]);
    const { events } = await api.author.threads.about({ threadId });
    expect(events.find((event) => event.kind === 'reported')).toMatchObject({
      contributionId,
      by: 'Tomas Varga',
      reason: 'A name that should not be here.',
    });
  });

  it('is reported once however often it is sent, and also where only its party reads it', async () => {
    const { api, threadId, parties, test } = scene;
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const { contributionId } = await say(api.author, threadId, 'ours', { marking: own });
    const commandId = newId();
    expect(await report(api.chair, contributionId, commandId)).toMatchObject({ narrowed: false });
    await report(api.chair, contributionId, commandId);
    const rows = await test.worker
      .sql`select 1 from thread_event where contribution_id = ${contributionId} and kind = 'reported'`;
    expect(rows).toHaveLength(1);
  });

  it('does not exist for who may not read the entry, and is nothing of a removed one', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.author, threadId, 'not theirs');
    expect(await failure(report(api.outsider, contributionId))).toEqual(
      await failure(report(api.outsider, newId())),
    );
    await api.author.contributions.remove({ commandId: newId(), contributionId });
    expect(await failure(report(api.ally, contributionId))).toMatchObject({
      messageKey: 'contribution.removed',
    });
  });
});

describe('what kind an entry is', () => {
  it('says that a remark is personal, and keeps statements to delegations', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.chair, threadId, 'Between us.', { kind: 'personal' });
    const { contributionId: formal } = await say(api.author, threadId, 'We declare.', { kind: 'statement' });
    const page = await api.ally.threads.page({ threadId });
    expect(page.contributions.find(({ id }) => id === contributionId)?.kind).toBe('personal');
    expect(page.contributions.find(({ id }) => id === formal)?.kind).toBe('statement');
    expect(page.mayState).toBe(true);
    expect((await api.chair.threads.page({ threadId })).mayState).toBe(false);
    expect(await failure(say(api.chair, threadId, 'We declare.', { kind: 'statement' }))).toMatchObject({
      code: 'FORBIDDEN',
      messageKey: 'contribution.statement',
    });
  });
});

it('makes an entry and what follows it unread again, for oneself alone', async () => {
  const { api, threadId, test, people } = scene;
  const { contributionId: first } = await say(api.author, threadId, 'one');
  const { contributionId: second } = await say(api.author, threadId, 'two');
  const unread = async (one: Api) => (await one.threads.page({ threadId })).unread;
  await api.ally.threads.markRead({ commandId: newId(), threadId, contributionId: second });
  await api.chair.threads.markRead({ commandId: newId(), threadId, contributionId: second });
  expect([await unread(api.ally), await unread(api.chair)]).toEqual([0, 0]);
  await api.ally.threads.markUnread({ commandId: newId(), threadId, contributionId: first });
  expect([await unread(api.ally), await unread(api.chair)]).toEqual([2, 0]);
  const stranger = await callerAs(test, people.outsider);
  expect(
    await failure(stranger.threads.markUnread({ commandId: newId(), threadId, contributionId: first })),
  ).toMatchObject({ code: 'NOT_FOUND' });
});
