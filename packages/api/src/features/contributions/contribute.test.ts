import { newId } from '@concord/db/ids';
import { contributions, drafts, searchEntries } from '@concord/db/schema/consultation';
import { levels } from '@concord/db/schema/markings';
import { liveEvents, notifications, recordEntries } from '@concord/db/schema/system';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

describe('contribute', () => {
  it('is read rendered by others in the releasable set, and counted unread for them alone', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.author, threadId, 'We **agree** in part.');
    const page = await api.ally.threads.page({ threadId });
    expect(page.contributions.at(-1)).toMatchObject({ id: contributionId, unread: true, removed: false });
    expect(page.contributions.at(-1)?.html).toContain('<strong>agree</strong>');
    expect(page.unread).toBe(1);
    expect((await api.author.threads.page({ threadId })).unread).toBe(0);
  });

  it('is sealed, and its words stand in the clear only where its level allows a search index', async () => {
    const { api, threadId, test } = scene;
    const indexed = (id: string) =>
      test.worker.db.select().from(searchEntries).where(eq(searchEntries.contributionId, id));
    const { contributionId } = await say(api.author, threadId, 'unmistakable wording');
    const [row] = await test.worker.db
      .select()
      .from(contributions)
      .where(eq(contributions.id, contributionId));
    expect(row?.sealed.includes('unmistakable')).toBe(false);
    expect(await indexed(contributionId)).toHaveLength(1);
    await test.worker.db.update(levels).set({ searchIndex: false }).where(eq(levels.rank, 1));
    const other = await say(api.author, threadId, 'never indexed');
    expect(await indexed(other.contributionId)).toEqual([]);
    await test.worker.db.update(levels).set({ searchIndex: true }).where(eq(levels.rank, 1));
  });

  it('sent twice has one effect and one answer', async () => {
    const { api, threadId } = scene;
    const input = { commandId: newId(), threadId, text: 'once' };
    const before = (await api.author.threads.page({ threadId })).contributions.length;
    const [first, second] = [
      await api.author.contributions.contribute(input),
      await api.author.contributions.contribute(input),
    ];
    expect(second).toEqual(first);
    expect((await api.author.threads.page({ threadId })).contributions.length).toBe(before + 1);
  });

  it('gives writers at once places of their own, and readers exact counts', async () => {
    const { api, threadId, test } = scene;
    const unread = (await api.chair.threads.page({ threadId })).unread;
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        say(index % 2 ? api.author : api.ally, threadId, `n ${index}`),
      ),
    );
    const rows = await test.worker.db
      .select({ place: contributions.place })
      .from(contributions)
      .where(eq(contributions.threadId, threadId))
      .orderBy(asc(contributions.place));
    expect(rows.map((row) => row.place)).toEqual(rows.map((_, index) => index + 1));
    expect((await api.chair.threads.page({ threadId })).unread).toBe(unread + 12);
  });

  it('takes 100,000 characters and names the field of one more', async () => {
    const { api, threadId } = scene;
    await say(api.author, threadId, 'é'.repeat(100_000));
    const error = await say(api.author, threadId, 'x'.repeat(100_001)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(String((error as Error).message)).toContain('errors.tooLong');
  });

  it.each(['a\u0000b', 'half \ud800'])('refuses %j', async (text) => {
    await expect(say(scene.api.author, scene.threadId, text)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('may be narrower than its thread and never wider', async () => {
    const { api, threadId, parties, marking } = scene;
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const { contributionId } = await say(api.author, threadId, 'for our own eyes', { marking: own });
    const seen = await api.ally.threads.page({ threadId });
    expect(seen.contributions.some((one) => one.id === contributionId)).toBe(false);
    for (const wider of [
      { level: 0, releasableTo: marking.releasableTo },
      { level: 1, releasableTo: [...marking.releasableTo, parties.out.id] },
      { level: 1, releasableTo: ['ALLIES' as const] },
    ]) {
      const error = await failure(say(api.author, threadId, 'too wide', { marking: wider }));
      expect(error).toMatchObject({ fields: [{ path: 'marking', key: 'marking.widerThanThread' }] });
    }
    const foreign = { level: 1, releasableTo: [parties.cal.id] };
    expect(await failure(say(api.author, threadId, 'not mine', { marking: foreign }))).toMatchObject({
      fields: [{ path: 'marking', key: 'marking.notYours' }],
    });
  });

  it('does not write down what it quotes, by reference in the text or by id', async () => {
    const { api, threadId, parties } = scene;
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const { contributionId } = await say(api.author, threadId, 'the narrow sentence', { marking: own });
    const text = `[Ilse](/consult/threads/${threadId}?at=${contributionId}#c-${contributionId}):\n\n> the narrow sentence`;
    const wide = await failure(say(api.author, threadId, text));
    expect(wide).toMatchObject({ fields: [{ path: 'marking', key: 'marking.widerThanQuoted' }] });
    expect(await failure(say(api.author, threadId, 'again', { quotes: [contributionId] }))).toEqual(wide);
    await say(api.author, threadId, text, { marking: own });
  });

  it('answers for what was removed, and as if it were absent for what may not be read', async () => {
    const { api, threadId, parties } = scene;
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const hidden = await say(api.author, threadId, 'hidden', { marking: own });
    const absent = await failure(say(api.ally, threadId, 'reply', { replyTo: newId() }));
    expect(await failure(say(api.ally, threadId, 'reply', { replyTo: hidden.contributionId }))).toEqual(
      absent,
    );
    expect(absent).toMatchObject({ code: 'NOT_FOUND', messageKey: 'contribution.replyGone' });
    const gone = await say(api.author, threadId, 'soon gone');
    await api.author.contributions.remove({ commandId: newId(), contributionId: gone.contributionId });
    expect(await failure(say(api.ally, threadId, 'reply', { replyTo: gone.contributionId }))).toMatchObject({
      code: 'PRECONDITION_FAILED',
      messageKey: 'contribution.replyRemoved',
    });
    expect(await failure(say(api.ally, threadId, 'quote', { quotes: [hidden.contributionId] }))).toEqual(
      await failure(say(api.ally, threadId, 'quote', { quotes: [newId()] })),
    );
  });
});

describe('telling people', () => {
  it('mentions only those who may read, and tells them, followers and the one replied to once each', async () => {
    const { api, threadId, people, test } = scene;
    const error = await failure(say(api.author, threadId, `@[${people.outsider.id}] look`));
    expect(error).toMatchObject({
      fields: [{ path: 'text', key: 'contribution.mentionMayNotRead', params: { names: 'Odile Varga' } }],
    });
    expect(await failure(say(api.author, threadId, `@[${newId()}] look`))).toMatchObject({
      fields: [{ key: 'contribution.mentionUnknown' }],
    });
    await api.chair.threads.follow({ commandId: newId(), threadId, following: 'following' });
    await api.outsider.threads
      .follow({ commandId: newId(), threadId, following: 'following' })
      .catch(() => undefined);
    const first = await say(api.ally, threadId, 'a question');
    const { contributionId } = await say(api.author, threadId, `@[${people.chair.id}] and all`, {
      replyTo: first.contributionId,
    });
    const told = await test.worker.db
      .select({ personId: notifications.personId, kind: notifications.kind })
      .from(notifications)
      .where(eq(notifications.contributionId, contributionId));
    expect(told.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { personId: people.chair.id, kind: 'mention' },
      { personId: people.ally.id, kind: 'reply' },
    ]);
    const page = await api.ally.threads.page({ threadId });
    expect(page.contributions.at(-1)?.html).toContain('@Maren Varga');
  });

  it('leaves a live event with ids only and a row in the record', async () => {
    const { api, threadId, test } = scene;
    const { contributionId } = await say(api.author, threadId, 'for the log');
    const [event] = await test.worker.db
      .select()
      .from(liveEvents)
      .where(eq(liveEvents.contributionId, contributionId));
    expect(event).toMatchObject({ topic: `thread:${threadId}`, payload: { contributionId } });
    const [entry] = await test.worker.db
      .select()
      .from(recordEntries)
      .where(eq(recordEntries.subjectId, contributionId));
    expect(entry).toMatchObject({ action: 'contribution.add', threadId });
    expect(JSON.stringify(entry)).not.toContain('for the log');
  });
});

describe('drafts', () => {
  it('are kept sealed, come back with the thread, and end when the text is sent', async () => {
    const { api, threadId, test } = scene;
    await api.ally.contributions.saveDraft({ commandId: newId(), threadId, text: 'half a thought' });
    expect((await api.ally.threads.page({ threadId })).draft?.text).toBe('half a thought');
    expect((await api.author.threads.page({ threadId })).draft).toBeNull();
    const [row] = await test.worker.db.select().from(drafts);
    expect(row?.sealed.includes('half')).toBe(false);
    await say(api.ally, threadId, 'a whole thought');
    expect((await api.ally.threads.page({ threadId })).draft).toBeNull();
  });
});
