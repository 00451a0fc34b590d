import { newId } from '@concord/db/ids';
import { meetingItems } from '@concord/db/schema/meetings';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { about, addItem, begin, planMeeting, publishedMeeting } from '../../testing/meetings.ts';
import { type TextScene, textScene } from '../../testing/text-scene.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
});
afterAll(() => scene.test.close());

const published = () => publishedMeeting(scene);

describe('an agenda', () => {
  it('leaves no trace of an item its reader may not read: numbers, minutes, changes and answers', async () => {
    const { api } = scene;
    const { meetingId, hidden, first, last } = await published();
    const seen = await api.ally.meetings.byId({ meetingId });
    expect(seen.items.map(({ number, title }) => [number, title])).toEqual([
      [1, 'First'],
      [2, 'Last'],
    ]);
    expect(seen.timing.minutes).toBe(40);
    expect((await api.author.meetings.byId({ meetingId })).items.map(({ title }) => title)).toEqual([
      'First',
      'Hidden',
      'Last',
    ]);
    // Everything that happens to the hidden item, and its moving past one they read, changes nothing for them.
    const more = { itemId: hidden, title: 'Hidden, renamed', minutes: 90 };
    await addItem(api.chair, meetingId, more);
    await api.chair.meetings.order({ ...about(meetingId), itemIds: [first, last, hidden] });
    await begin(scene, meetingId);
    const now = await api.ally.meetings.byId({ meetingId });
    await api.chair.meetings.setOutcome({ commandId: newId(), itemId: hidden, outcome: 'noted', note: 'x' });
    await api.chair.meetings.removeItem({ commandId: newId(), itemId: hidden });
    expect(await api.ally.meetings.byId({ meetingId })).toEqual(now);
    expect({ ...now, startsAt: '', endsAt: '', state: '' }).toEqual({
      ...{ ...seen, startsAt: '', endsAt: '', state: '' },
    });
  });

  it('shows its members what changed after it was published, and nothing of before', async () => {
    const { api } = scene;
    const { meetingId, first, hidden, last } = await published();
    const facts = await api.chair.meetings.byId({ meetingId });
    expect(facts.changes.map(({ kind }) => kind)).toEqual(['published']);
    const { title, startsAt, endsAt, link } = facts;
    await api.chair.meetings.change({ ...about(meetingId), title, startsAt, endsAt, link, place: 'Room 9' });
    await addItem(api.chair, meetingId, { itemId: first, title: 'First of all', textId: scene.textId });
    await api.chair.meetings.order({ ...about(meetingId), itemIds: [last, hidden, first] });
    const { changes, items } = await api.ally.meetings.byId({ meetingId });
    expect(changes.map(({ kind, before, after, title: of }) => [kind, of, before, after])).toEqual([
      ['ordered', undefined, undefined, undefined],
      ['itemChanged', 'First of all', 'First', undefined],
      ['placed', undefined, 'Room 4', 'Room 9'],
      ['published', undefined, undefined, undefined],
    ]);
    expect(items.map((item) => item.title)).toEqual(['Last', 'First of all']);
    expect(
      await failure(api.chair.meetings.order({ ...about(meetingId), itemIds: [first, last] })),
    ).toMatchObject({ code: 'CONFLICT', messageKey: 'meetings.agendaChanged' });
  });

  it('takes an item no wider than its meeting, and one that was seen no wider than it was', async () => {
    const { api, parties } = scene;
    const { meetingId, hidden } = await published();
    const wide = { level: 0, releasableTo: [parties.nor.id] };
    expect(await failure(addItem(api.chair, meetingId, { marking: wide }))).toMatchObject({
      fields: [{ path: 'marking', key: 'meetings.widerThanMeeting' }],
    });
    const both = { level: 1, releasableTo: [parties.nor.id, parties.cal.id] };
    expect(await failure(addItem(api.chair, meetingId, { itemId: hidden, marking: both }))).toMatchObject({
      fields: [{ path: 'marking', key: 'meetings.widerThanWas' }],
    });
  });

  it('links a thread and a text to those who may read them, and keeps a link its editor does not see', async () => {
    const { api, test } = scene;
    const { meetingId, last } = await published();
    const read = async (by: typeof api.ally) =>
      (await by.meetings.byId({ meetingId })).items.map(({ text, thread }) => [text?.id, thread?.id]);
    expect(await read(api.ally)).toEqual([
      [scene.textId, undefined],
      [undefined, scene.threadId],
    ]);
    // The thread of the scene is not released to the partner, the text is.
    expect(await read(api.contributor)).toEqual([
      [scene.textId, undefined],
      [undefined, undefined],
    ]);
    expect(await failure(addItem(api.chair, meetingId, { threadId: newId() }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const own = await api.author.threads.start({
      ...{ commandId: newId(), bodyCode: scene.body.code, title: 'Two', marking: scene.marking },
      needToKnow: { kind: 'named', personIds: [scene.people.ally.id] },
    });
    await test.worker.db
      .update(meetingItems)
      .set({ threadId: own.threadId })
      .where(eq(meetingItems.id, last));
    await addItem(api.chair, meetingId, { itemId: last, title: 'Last', wanted: 'note' });
    expect((await read(api.ally))[1]).toEqual([undefined, own.threadId]);
    expect((await read(api.chair))[0]).toEqual([scene.textId, undefined]);
  });
});

describe('what came of it', () => {
  it('is the members’ to read once the summary record lies before them, item by item', async () => {
    const { api } = scene;
    const { meetingId, first, hidden } = await published();
    const outcome = (itemId: string, more: object = {}) =>
      api.secretary.meetings.setOutcome({
        ...{ commandId: newId(), itemId, outcome: 'discussed' as const, note: 'Two nations spoke.' },
        ...more,
      });
    expect(await failure(outcome(first))).toMatchObject({ messageKey: 'meetings.notBegun' });
    await begin(scene, meetingId);
    await outcome(first);
    await outcome(hidden, { note: 'Not for all.' });
    expect((await api.ally.meetings.byId({ meetingId })).items[0]?.outcome).toBeNull();
    const absent = await failure(api.ally.meetings.summary({ meetingId: newId() }));
    expect(await failure(api.ally.meetings.summary({ meetingId }))).toEqual(absent);
    expect((await api.chair.meetings.summary({ meetingId })).openedAt).toBeNull();
    await api.chair.meetings.openSummary(about(meetingId));
    const summary = await api.ally.meetings.summary({ meetingId });
    expect(summary.items.map(({ title, outcome: of }) => [title, of?.note])).toEqual([
      ['First', 'Two nations spoke.'],
      ['Last', undefined],
    ]);
    expect(JSON.stringify(summary)).not.toContain('Not for all');
    // The banner is that of what is read: the author's also bears the item kept to their nation.
    const own = await api.author.meetings.summary({ meetingId });
    expect(own.items).toHaveLength(3);
    expect(own.banner.release).not.toBe(summary.banner.release);
  });

  it('puts a deferred item on the later meeting once, and says where it went to whoever may read that', async () => {
    const { api } = scene;
    const { meetingId, first } = await published();
    const later = await planMeeting(api.chair, scene, {
      startsAt: '2027-02-01T10:00:00Z',
      endsAt: '2027-02-01T11:00:00Z',
    });
    await begin(scene, meetingId);
    const defer = (deferredTo: string) =>
      api.chair.meetings.setOutcome({ commandId: newId(), itemId: first, outcome: 'deferred', deferredTo });
    expect(await failure(defer(meetingId))).toMatchObject({ fields: [{ key: 'meetings.notLater' }] });
    await defer(later.meetingId);
    await defer(later.meetingId);
    expect((await api.chair.meetings.byId(later)).items.map(({ title }) => title)).toEqual(['First']);
    await api.chair.meetings.openSummary(about(meetingId));
    const itemOf = async () => (await api.ally.meetings.byId({ meetingId })).items[0]?.outcome;
    expect(await itemOf()).toMatchObject({ outcome: 'deferred', to: null });
    await api.chair.meetings.publish(about(later.meetingId));
    expect((await itemOf())?.to?.id).toBe(later.meetingId);
  });
});
