import { liveEvents } from '@concord/db/schema/system';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';

/**
 * Tells the pages of who looks at these people's readiness, and of the people themselves, that something changed. Ids
 * only: what changed is fetched through READ.
 */
export async function tellWatchers(ctx: Context, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const rows = await ctx.tx.execute<{ person_id: string }>(sql`
    select distinct w.person_id from concord.readiness_watchers(
      (select array_agg(x::uuid) from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb) x)) w`);
  const told = new Set([...[...rows].map((row) => row.person_id), ...personIds]);
  const events = await ctx.tx
    .insert(liveEvents)
    .values([...told].map((personId) => ({ topic: 'readiness', personId, payload: {} })))
    .returning({ id: liveEvents.id });
  ctx.afterCommit(() => {
    for (const { id } of events) ctx.services.live.announce(id);
  });
}
