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

type Teller = Pick<Context, 'tx' | 'services' | 'afterCommit' | 'actor' | 'exerciseId'>;

/**
 * Tells people of something, in the caller's transaction and in a few statements however many they are: a notification
 * each, a live event, and a mail as each of them has chosen. Who acts is not told of the own act.
 */
export async function notify(ctx: Teller, news: News): Promise<void> {
  await notifyAll(ctx, [news]);
}

/** As `notify`, where what is told or where it leads differs from person to person: still a few statements. */
export async function notifyAll(ctx: Teller, all: readonly News[]): Promise<void> {
  // What is play is told of in the exercise's own pages: nothing of it reaches the world outside, and no mail.
  if (ctx.exerciseId ?? ctx.actor?.exerciseId) return;
  const rows = all.flatMap((news) => rowsOf(news, ctx.actor?.personId));
  if (rows.length === 0) return;
  await ctx.tx.insert(notifications).values(rows);
  const events = await ctx.tx
    .insert(liveEvents)
    .values(rows.map(({ personId }) => ({ topic: 'notifications', personId, payload: {} })))
    .returning({ id: liveEvents.id });
  ctx.afterCommit(() => {
    for (const { id } of events) ctx.services.live.announce(id);
  });
  const jobs = rows.map(({ id, personId, kind, params: { path } }) => ({
    ...{ mailId: newId(), personId, notificationId: id, kind, path },
  }));
  await enqueueAll(ctx, 'news', jobs);
}

function rowsOf({ personIds, kind, path, subjectId, params = {} }: News, actorId: string | undefined) {
  return [...new Set(personIds)]
    .filter((id) => id !== actorId)
    .map((personId) => ({
      id: newId(),
      personId,
      kind,
      subjectId: subjectId ?? null,
      params: { ...params, path },
    }));
}
