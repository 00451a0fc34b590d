import { calendarFeeds } from '@concord/db/schema/study';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { iso } from '../courses/shown.ts';

/** Since when the person's calendar has an address, and when a program last asked at it; null without one. */
export async function feedState(ctx: SignedIn) {
  const [row] = await ctx.tx
    .select({ createdAt: calendarFeeds.createdAt, usedAt: calendarFeeds.usedAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, ctx.actor.personId));
  return { feed: row ? { createdAt: iso(row.createdAt), usedAt: iso(row.usedAt) } : null };
}
