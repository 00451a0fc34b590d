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
