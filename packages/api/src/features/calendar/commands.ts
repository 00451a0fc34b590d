import { calendarFeeds } from '@concord/db/schema/study';
import { eq } from 'drizzle-orm';
import { hashToken, type SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';

/** Opens the person's calendar at a new secret address; the one before it ends at once. Only a digest is kept. */
export async function openFeed(ctx: SignedIn, { secret }: { secret: string }): Promise<{ at: string }> {
  const { personId } = ctx.actor;
  const fresh = { tokenHash: hashToken(secret), createdAt: ctx.now, usedAt: null };
  await ctx.tx
    .insert(calendarFeeds)
    .values({ personId, ...fresh })
    .onConflictDoUpdate({ target: calendarFeeds.personId, set: fresh });
  await record(ctx, { action: 'account.calendar.open', subject: 'person', subjectId: personId });
  return { at: ctx.now.toISOString() };
}

/** Ends the address; whoever has it finds nothing from now on. */
export async function closeFeed(ctx: SignedIn): Promise<Record<string, never>> {
  const { personId } = ctx.actor;
  const gone = await ctx.tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
    .returning({ personId: calendarFeeds.personId });
  found(gone[0]);
  await record(ctx, { action: 'account.calendar.close', subject: 'person', subjectId: personId });
  return {};
}
