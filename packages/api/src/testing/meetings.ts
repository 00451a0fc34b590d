import { newId } from '@concord/db/ids';
import { meetings } from '@concord/db/schema/meetings';
import { eq } from 'drizzle-orm';
import type { Api } from './consultation.ts';
import type { TextScene } from './text-scene.ts';

type Scene = Pick<TextScene, 'test' | 'body'>;
type Item = Partial<Parameters<Api['meetings']['saveItem']>[0]>;
type Facts = Partial<Parameters<Api['meetings']['plan']>[0]>;

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Plans a meeting that begins in some hours, as somebody would. */
export function planMeeting(api: Api, scene: Pick<TextScene, 'body' | 'textMarking'>, more: Facts = {}) {
  return api.meetings.plan({
    ...{ commandId: newId(), bodyCode: scene.body.code, title: 'Ninth session', place: 'Room 4' },
    ...{ startsAt: inHours(24), endsAt: inHours(26), marking: scene.textMarking },
    ...more,
  });
}

/** Puts an item on its agenda. */
export function addItem(api: Api, meetingId: string, more: Item = {}) {
  const item = {
    title: 'Cables',
    wanted: 'discuss' as const,
    minutes: 20,
    lead: 'Secretariat',
    note: 'Why.',
  };
  return api.meetings.saveItem({ commandId: newId(), meetingId, itemId: null, ...item, ...more });
}

/** Makes a meeting begin an hour ago, as if the time had come. */
export async function begin({ test }: Scene, meetingId: string): Promise<void> {
  const [startsAt, endsAt] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
  await test.worker.db.update(meetings).set({ startsAt, endsAt }).where(eq(meetings.id, meetingId));
}

/** What every command about a meeting alone is sent with. */
export const about = (meetingId: string) => ({ commandId: newId(), meetingId });

/** A published meeting with two items everybody reads and, between them, one for the author's nation alone. */
export async function publishedMeeting(scene: TextScene) {
  const { api, parties } = scene;
  const { meetingId } = await planMeeting(api.chair, scene);
  const first = await addItem(api.chair, meetingId, { title: 'First', textId: scene.textId });
  const own = { level: 1, releasableTo: [parties.nor.id] };
  const hidden = await addItem(api.chair, meetingId, { title: 'Hidden', marking: own });
  const last = await addItem(api.chair, meetingId, {
    title: 'Last',
    wanted: 'note',
    threadId: scene.threadId,
  });
  await api.chair.meetings.publish(about(meetingId));
  return { meetingId, first: first.itemId, hidden: hidden.itemId, last: last.itemId };
}
