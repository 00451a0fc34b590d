import { liveEvents } from '@concord/db/schema/system';
import type { Context } from '../context.ts';

/** What changed, by id, and who may hear of it: the readers of a contribution, or one person. */
export type LiveNews = {
  /** What a page listens to: `thread:<id>`, `notifications`, `shell`. */
  topic: string;
  /** Ids and nothing else: whoever hears of them fetches through READ. */
  payload?: Readonly<Record<string, string>>;
} & ({ contributionId: string; personId?: undefined } | { personId: string; contributionId?: undefined });

/** Tells the browsers of those who may know, once the caller's transaction has committed. */
export async function publish(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  { topic, payload = {}, contributionId, personId }: LiveNews,
): Promise<void> {
  const [row] = await ctx.tx
    .insert(liveEvents)
    .values({ topic, payload, contributionId, personId })
    .returning({ id: liveEvents.id });
  if (row) ctx.afterCommit(() => ctx.services.live.announce(row.id));
}

/** Tells each of these people that something changed for them, in one statement. */
export async function publishTo(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  personIds: readonly string[],
  { topic, payload = {} }: { topic: string; payload?: Readonly<Record<string, string>> },
): Promise<void> {
  if (personIds.length === 0) return;
  const rows = await ctx.tx
    .insert(liveEvents)
    .values(personIds.map((personId) => ({ topic, payload, personId })))
    .returning({ id: liveEvents.id });
  ctx.afterCommit(() => {
    for (const { id } of rows) ctx.services.live.announce(id);
  });
}
