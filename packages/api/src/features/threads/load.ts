import { threadMembers, threads } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, found } from '../../errors.ts';
import { mayWriteIn } from '../../policies/threads.ts';

/** A thread the person may write in, with its marking. */
export async function threadForWriting(ctx: SignedIn, threadId: string) {
  const thread = await threadForReading(ctx, threadId);
  authorize(mayWriteIn(ctx.actor, thread));
  return thread;
}

/** A thread the person may read; any other is not found. */
export async function threadForReading(ctx: SignedIn, threadId: string) {
  const [row] = await ctx.tx
    .select({
      id: threads.id,
      bodyId: threads.bodyId,
      needToKnow: threads.needToKnow,
      closedAt: threads.closedAt,
      markingId: threads.markingId,
      memberMayWrite: threadMembers.mayWrite,
      marking: {
        level: markings.level,
        releasableTo: markings.releasableTo,
        onlyFor: markings.onlyFor,
        caveats: markings.caveats,
        originator: markings.originator,
      },
    })
    .from(threads)
    .innerJoin(markings, eq(markings.id, threads.markingId))
    .leftJoin(
      threadMembers,
      and(eq(threadMembers.threadId, threads.id), eq(threadMembers.personId, ctx.actor.personId)),
    )
    .where(eq(threads.id, threadId));
  return found(row);
}

export type LoadedThread = Awaited<ReturnType<typeof threadForReading>>;
