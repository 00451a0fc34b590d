import { newId } from '@concord/db/ids';
import { notifications } from '@concord/db/schema/system';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { about, addItem, planMeeting, publishedMeeting } from '../../testing/meetings.ts';
import { type TextScene, textScene } from '../../testing/text-scene.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
});
afterAll(() => scene.test.close());

const published = () => publishedMeeting(scene);

describe('a meeting', () => {
  it('is a draft of those who plan it until it is published, and then its members’, who are told', async () => {
    const { api, people, test, body } = scene;
    const { meetingId } = await planMeeting(api.secretary, scene);
    expect((await api.chair.meetings.byId({ meetingId })).state).toBe('draft');
    const absent = await failure(api.ally.meetings.byId({ meetingId: newId() }));
    expect(await failure(api.ally.meetings.byId({ meetingId }))).toEqual(absent);
    expect((await api.ally.meetings.ofBody({ bodyCode: body.code })).ahead).toEqual([]);
    await api.chair.meetings.publish(about(meetingId));
    expect(await api.ally.meetings.byId({ meetingId })).toMatchObject({ state: 'ahead', mayPlan: false });
    expect((await api.ally.meetings.next({ bodyCode: body.code })).meeting?.id).toBe(meetingId);
    const told = await test.worker.db
      .select({ params: notifications.params })
      .from(notifications)
      .where(and(eq(notifications.personId, people.ally.id), eq(notifications.subjectId, meetingId)));
    expect(told).toEqual([{ params: { body: body.code, path: `/consult/meetings/${meetingId}` } }]);
    expect(await failure(api.chair.meetings.publish(about(meetingId)))).toMatchObject({ code: 'CONFLICT' });
    await api.chair.meetings.cancel(about(meetingId));
    expect((await api.ally.meetings.byId({ meetingId })).state).toBe('cancelled');
    expect((await api.ally.meetings.next({ bodyCode: body.code })).meeting).toBeNull();
    expect(await failure(addItem(api.chair, meetingId))).toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it('is planned by chair and secretariat alone, and does not exist outside its marking', async () => {
    const { api, test } = scene;
    for (const by of [api.author, api.ally, api.contributor])
      expect(await failure(planMeeting(by, scene))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(planMeeting(await callerAs(test, null), scene))).toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const { meetingId, first } = await published();
    const asked = async (id: string, itemId: string) => ({
      byId: await failure(api.outsider.meetings.byId({ meetingId: id })),
      summary: await failure(api.outsider.meetings.summary({ meetingId: id })),
      choices: await failure(api.outsider.meetings.choices({ meetingId: id })),
      publish: await failure(api.outsider.meetings.publish(about(id))),
      add: await failure(addItem(api.outsider, id)),
      remove: await failure(api.outsider.meetings.removeItem({ commandId: newId(), itemId })),
      list: await api.outsider.meetings.ofBody({ bodyCode: scene.body.code }),
      next: await api.outsider.meetings.next({ bodyCode: scene.body.code }),
    });
    expect(await asked(meetingId, first)).toEqual(await asked(newId(), newId()));
    expect(await failure(api.author.meetings.publish(about(meetingId)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(addItem(api.author, meetingId))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('takes no end before its beginning, no marking its planner could not read, and one command once', async () => {
    const { api, parties } = scene;
    const never = { startsAt: '2027-01-01T10:00:00Z', endsAt: '2027-01-01T10:00:00Z' };
    expect(await failure(planMeeting(api.chair, scene, never))).toMatchObject({ code: 'BAD_REQUEST' });
    const others = { level: 1, releasableTo: [parties.cal.id] };
    expect(await failure(planMeeting(api.chair, scene, { marking: others }))).toMatchObject({
      fields: [{ path: 'marking', key: 'marking.notYours' }],
    });
    const commandId = newId();
    const input = { startsAt: '2027-01-01T10:00:00Z', endsAt: '2027-01-01T11:00:00Z', commandId };
    expect(await planMeeting(api.chair, scene, input)).toEqual(await planMeeting(api.chair, scene, input));
  });
});
