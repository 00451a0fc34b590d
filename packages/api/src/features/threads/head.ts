import {
  bodies,
  contributions,
  drafts,
  threadMembers,
  threadReadings,
  threads,
} from '@concord/db/schema/consultation';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { memberNow } from './load.ts';

/** What is unread in a thread: readable, after the place read up to, by another, and not removed. */
export const unreadIn = (personId: string) => sql`${contributions.threadId} = ${threads.id}
  and ${contributions.place} > coalesce(${threadReadings.lastPlace}, 0)
  and ${contributions.authorId} <> ${personId} and ${contributions.removedAt} is null`;

/** A thread with its body, what the person has read of it and may do in it, and the draft left in it: one query. */
export async function threadHead(ctx: SignedIn, threadId: string) {
  const { personId } = ctx.actor;
  const unread = unreadIn(personId);
  const [row] = await ctx.tx
    .select({
      id: threads.id,
      title: threads.title,
      markingId: threads.markingId,
      needToKnow: threads.needToKnow,
      createdAt: threads.createdAt,
      createdBy: threads.createdBy,
      closedAt: threads.closedAt,
      bodyId: bodies.id,
      bodyCode: bodies.code,
      bodyName: ctx.actor.locale === 'fr' ? bodies.nameFr : bodies.nameEn,
      readTo: sql`coalesce(${threadReadings.lastPlace}, 0)`.mapWith(Number),
      following: sql<'normal' | 'following' | 'muted'>`coalesce(${threadReadings.following}, 'normal')`,
      memberMayWrite: threadMembers.mayWrite,
      unread: sql`(select count(*) from ${contributions} where ${unread})`.mapWith(Number),
      firstUnread: sql<string | null>`(
        select ${contributions.id} from ${contributions} where ${unread} order by ${contributions.place} limit 1)`,
      draft: drafts.sealed,
      draftAt: drafts.updatedAt,
    })
    .from(threads)
    .innerJoin(bodies, eq(bodies.id, threads.bodyId))
    .leftJoin(
      threadReadings,
      and(eq(threadReadings.threadId, threads.id), eq(threadReadings.personId, personId)),
    )
    .leftJoin(threadMembers, memberNow(personId))
    .leftJoin(drafts, and(eq(drafts.threadId, threads.id), eq(drafts.personId, personId)))
    .where(eq(threads.id, threadId));
  return found(row);
}

export type ThreadHead = Awaited<ReturnType<typeof threadHead>>;
