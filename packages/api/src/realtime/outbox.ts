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

type Teller = Pick<Context, 'tx' | 'services' | 'afterCommit'>;

/** Tells each of these people that something changed for them, in one statement. */
export async function publishTo(
  ctx: Teller,
  personIds: readonly string[],
  { topic, payload = {} }: { topic: string; payload?: Readonly<Record<string, string>> },
): Promise<void> {
  await publishAll(
    ctx,
    personIds.map((personId) => ({ topic, personId, payload })),
  );
}

/** As `publishTo`, where topics differ from person to person. */
export async function publishAll(
  ctx: Teller,
  news: readonly { topic: string; personId: string; payload?: Readonly<Record<string, string>> }[],
): Promise<void> {
  if (news.length === 0) return;
  const rows = await ctx.tx
    .insert(liveEvents)
    .values(news.map(({ payload = {}, ...one }) => ({ ...one, payload })))
    .returning({ id: liveEvents.id });
  ctx.afterCommit(() => {
    for (const { id } of rows) ctx.services.live.announce(id);
  });
}
