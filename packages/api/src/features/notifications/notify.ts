import { newId } from '@concord/db/ids';
import { liveEvents, notifications } from '@concord/db/schema/system';
import type { Context } from '../../context.ts';
import { enqueueAll } from '../../jobs/enqueue.ts';
import type { NewsKind } from './kinds.ts';

/** What to tell whom. `params` fill the words of its kind; `path` is where it leads, below the portal's address. */
export type News = {
  personIds: readonly string[];
  kind: NewsKind;
  path: `/${string}`;
  subjectId?: string;
  params?: Readonly<Record<string, string>>;
};

/**
 * Tells people of something, in the caller's transaction and in a few statements however many they are: a notification
 * each, a live event, and a mail as each of them has chosen. Who acts is not told of the own act.
 */
export async function notify(
  ctx: Context,
  { personIds, kind, path, subjectId, params = {} }: News,
): Promise<void> {
  const told = [...new Set(personIds)].filter((id) => id !== ctx.actor?.personId);
  if (told.length === 0) return;
  const rows = told.map((personId) => ({
    id: newId(),
    personId,
    kind,
    subjectId: subjectId ?? null,
    params: { ...params, path },
  }));
  await ctx.tx.insert(notifications).values(rows);
  const events = await ctx.tx
    .insert(liveEvents)
    .values(told.map((personId) => ({ topic: 'notifications', personId, payload: {} })))
    .returning({ id: liveEvents.id });
  ctx.afterCommit(() => {
    for (const { id } of events) ctx.services.live.announce(id);
  });
  await enqueueAll(
    ctx,
    'news',
    rows.map(({ id, personId }) => ({ mailId: newId(), personId, notificationId: id, kind, path })),
  );
}
