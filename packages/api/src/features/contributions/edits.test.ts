import { newId } from '@concord/db/ids';
import { files } from '@concord/db/schema/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker, inTransaction } from '../../context.ts';
import { storeFile } from '../../storage/store.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

describe('edit', () => {
  it('keeps what was said before, for those who may read it', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.author, threadId, 'We accept it.');
    await api.author.contributions.edit({
      commandId: newId(),
      contributionId,
      revision: 1,
      text: 'We accept most of it.',
    });
    const history = await api.ally.contributions.history({ contributionId });
    expect(history.revisions.map((one) => one.html)).toEqual([
      '<p>We accept it.</p>',
      '<p>We accept most of it.</p>',
    ]);
    const page = await api.ally.threads.page({ threadId });
    expect(page.contributions.at(-1)).toMatchObject({ editedAt: expect.any(String) });
    expect((await api.ally.search.contributions({ query: 'most' })).results).toHaveLength(1);
  });

  it('lets one of two who edit at once through, and tells the other', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.author, threadId, 'first');
    const edit = (text: string) =>
      api.author.contributions.edit({ commandId: newId(), contributionId, revision: 1, text });
    const results = await Promise.allSettled([edit('one'), edit('two')]);
    const lost = results.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: 'CONFLICT', messageKey: 'contribution.editedMeanwhile' });
  });

  it('and every other command answers a repetition only while it may be read', async () => {
    const { api, threadId, people, test } = scene;
    const input = { commandId: newId(), threadId, text: 'said once' };
    const first = await api.ally.contributions.contribute(input);
    expect(await api.ally.contributions.contribute(input)).toEqual(first);
    const weak = await callerAs(test, people.ally, { strength: 1 });
    expect(await failure(weak.contributions.contribute(input))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is for the author alone, and quotes nothing stronger than the entry', async () => {
    const { api, threadId, parties } = scene;
    const { contributionId } = await say(api.author, threadId, 'mine');
    const by = (who: 'ally' | 'chair' | 'author', text: string) =>
      failure(api[who].contributions.edit({ commandId: newId(), contributionId, revision: 1, text }));
    expect(await by('ally', 'x')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await by('chair', 'x')).toMatchObject({ code: 'FORBIDDEN' });
    const narrow = { level: 1, releasableTo: [parties.nor.id] };
    const own = await say(api.author, threadId, 'narrow', { marking: narrow });
    const quoting = `[x](/consult/threads/${threadId}?at=${own.contributionId})`;
    expect(await by('author', quoting)).toMatchObject({ fields: [{ key: 'marking.widerThanQuoted' }] });
  });
});

describe('remove', () => {
  it('leaves a line without its words, out of search and counts, by the author or the chair', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.ally, threadId, 'withdrawn lighthouse');
    expect(
      await failure(api.author.contributions.remove({ commandId: newId(), contributionId })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const unread = (await api.author.threads.page({ threadId })).unread;
    await api.chair.contributions.remove({ commandId: newId(), contributionId });
    const page = await api.author.threads.page({ threadId });
    expect(page.contributions.find((one) => one.id === contributionId)).toMatchObject({
      removed: true,
      html: '',
      files: [],
      may: { edit: false, remove: false },
    });
    expect(page.unread).toBe(unread - 1);
    expect((await api.author.search.contributions({ query: 'lighthouse' })).results).toEqual([]);
    const absent = await failure(api.author.contributions.source({ contributionId: newId() }));
    expect(await failure(api.author.contributions.source({ contributionId }))).toEqual(absent);
    expect(await failure(api.author.contributions.history({ contributionId }))).toEqual(absent);
  });
});

describe('files', () => {
  it('go with a contribution to its readers, and once only', async () => {
    const { api, threadId, people, test } = scene;
    const file = await asWorker(servicesOf(test), (ctx) =>
      storeFile(ctx, {
        container: 'person',
        containerId: people.author.id,
        name: 'annex.txt',
        bytes: Buffer.from('the annex'),
        createdBy: people.author.id,
      }),
    );
    expect(await failure(say(api.ally, threadId, 'not mine', { fileIds: [file.id] }))).toEqual(
      await failure(say(api.ally, threadId, 'absent', { fileIds: [newId()] })),
    );
    const { contributionId } = await say(api.author, threadId, 'see the annex', { fileIds: [file.id] });
    const page = await api.ally.threads.page({ threadId });
    expect(page.contributions.at(-1)?.files).toMatchObject([{ id: file.id, name: 'annex.txt', size: 9 }]);
    const [row] = await test.worker.db.select().from(files);
    expect(row).toMatchObject({ container: 'thread', containerId: threadId, contributionId });
    expect(await failure(say(api.author, threadId, 'again', { fileIds: [file.id] }))).toMatchObject({
      fields: [{ path: 'fileIds', key: 'contribution.fileGone' }],
    });
    const rows = async (who: { id: string }) =>
      inTransaction(servicesOf(test), await requestAs(test, who), (ctx) =>
        ctx.tx.select({ id: files.id }).from(files),
      );
    expect(await rows(people.ally)).toEqual([{ id: file.id }]);
    expect(await rows(people.outsider)).toEqual([]);
    await api.author.contributions.remove({ commandId: newId(), contributionId });
    expect(await rows(people.ally)).toEqual([]);
    expect(await rows(people.author)).toEqual([]);
  });
});

describe('pages of a thread', () => {
  it('hold fifty, the newest first to come, and lead back and forth to the first unread', async () => {
    const { api, body, marking } = scene;
    const { threadId } = await api.author.threads.start({
      commandId: newId(),
      bodyCode: body.code,
      title: 'Long',
      marking,
      needToKnow: { kind: 'body' },
    });
    const ids: string[] = [];
    for (let index = 0; index < 120; index += 1)
      ids.push((await say(api.author, threadId, `entry ${index}`)).contributionId);
    const read = async (start: object) => {
      const page = await api.ally.threads.page({ threadId, ...start });
      return { ...page, ids: page.contributions.map((one) => one.id) };
    };
    const newest = await read({});
    expect(newest.ids).toEqual(ids.slice(70));
    expect(newest).toMatchObject({ newer: null, older: ids[70], unread: 120, unreadBefore: true });
    const middle = await read({ before: newest.older });
    expect(middle.ids).toEqual(ids.slice(20, 70));
    const first = await read({ before: middle.older });
    expect(first.ids).toEqual(ids.slice(0, 20));
    expect(first).toMatchObject({ older: null, newer: ids[19], unreadBefore: false });
    expect((await read({ after: first.newer })).ids).toEqual(ids.slice(20, 70));
    await api.ally.threads.markRead({ commandId: newId(), threadId, contributionId: ids[29] ?? '' });
    const unread = await read({ unread: true });
    expect(unread.ids).toEqual(ids.slice(25, 75));
    expect(unread).toMatchObject({ firstUnread: ids[30], unread: 90, older: ids[25], newer: ids[74] });
    expect((await read({ at: ids[2] })).ids).toEqual(ids.slice(0, 47));
    expect((await read({ at: ids[118] })).ids).toEqual(ids.slice(113));
    expect((await read({ before: newId() })).ids).toEqual([]);
  });
});
