import { levels } from '@concord/db/schema/markings';
import { calendarFeeds } from '@concord/db/schema/study';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { iso } from '../courses/shown.ts';

/** Since when the person's calendar has an address, when a program last asked at it, and the one level it may hold. */
export async function feedState(ctx: SignedIn) {
  const [row] = await ctx.tx
    .select({ createdAt: calendarFeeds.createdAt, usedAt: calendarFeeds.usedAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, ctx.actor.personId));
  const [lowest] = await ctx.tx
    .select({ name: ctx.locale === 'fr' ? levels.nameFr : levels.nameEn })
    .from(levels)
    .orderBy(asc(levels.rank))
    .limit(1);
  return {
    feed: row ? { createdAt: iso(row.createdAt), usedAt: iso(row.usedAt) } : null,
    level: found(lowest).name,
  };
}
