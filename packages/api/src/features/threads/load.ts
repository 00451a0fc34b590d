import { kept } from '@concord/db/kept';
import { bodies, threadMembers, threads } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { and, eq, type Placeholder, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { mayWriteIn } from '../../policies/threads.ts';

/** The person's being named in a thread, while it lasts. */
export const memberNow = (personId: string | Placeholder) =>
  and(
    eq(threadMembers.threadId, threads.id),
    eq(threadMembers.personId, personId),
    sql`${threadMembers.validFrom} <= now() and (${threadMembers.validUntil} is null or ${threadMembers.validUntil} > now())`,
  );

const loaded = kept((tx) =>
  tx
    .select({
      id: threads.id,
      bodyId: threads.bodyId,
      courseId: bodies.courseId,
      activityKey: threads.activityKey,
      answeredAt: threads.answeredAt,
      needToKnow: threads.needToKnow,
      title: threads.title,
      createdBy: threads.createdBy,
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
    .innerJoin(bodies, eq(bodies.id, threads.bodyId))
    .leftJoin(threadMembers, memberNow(sql.placeholder('person')))
    .where(eq(threads.id, sql.placeholder('thread'))),
);

/** A thread the person may write in, with its marking. */
export async function threadForWriting(ctx: SignedIn, threadId: string) {
  const thread = await threadForReading(ctx, threadId);
  if (thread.closedAt !== null) throw new AppError('PRECONDITION_FAILED', 'thread.closed');
  authorize(mayWriteIn(ctx.actor, thread));
  return thread;
}

/** A thread the person may read; any other is not found. */
export async function threadForReading(ctx: SignedIn, threadId: string) {
  const [row] = await loaded(ctx.tx, { person: ctx.actor.personId, thread: threadId }, undefined);
  return found(row);
}

export type LoadedThread = Awaited<ReturnType<typeof threadForReading>>;

/** A thread the person may read, held until the transaction ends: what leads a thread is done one after the other. */
export async function lockThread(ctx: SignedIn, threadId: string) {
  await ctx.tx.execute(sql`select 1 from thread where id = ${threadId} for update`);
  return threadForReading(ctx, threadId);
}
