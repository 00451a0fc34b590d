import {
  contributionMentions,
  contributions,
  threadReadings,
  threads,
} from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type { Reading } from './reader.ts';

const SHOWN = 10;

/** How far the person has read, as a place; nothing read is place 0. */
const readUpTo = sql`coalesce(${threadReadings.lastPlace}, 0)`;

/** The newest unread mention of the person in each thread. */
export function unreadMentions({ tx, personId }: Reading) {
  return tx
    .selectDistinctOn([threads.id], {
      id: contributions.id,
      threadId: threads.id,
      thread: threads.title,
      given: people.givenName,
      family: people.familyName,
      at: contributions.createdAt,
    })
    .from(contributionMentions)
    .innerJoin(contributions, eq(contributions.id, contributionMentions.contributionId))
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .innerJoin(people, eq(people.id, contributions.authorId))
    .leftJoin(
      threadReadings,
      and(eq(threadReadings.threadId, threads.id), eq(threadReadings.personId, personId)),
    )
    .where(
      and(
        eq(contributionMentions.personId, personId),
        isNull(contributions.removedAt),
        gt(contributions.place, readUpTo),
      ),
    )
    .orderBy(threads.id, desc(contributions.place))
    .limit(SHOWN);
}

/** Threads the person follows that hold something unread, with how much and since when. */
export function unreadThreads({ tx, personId }: Reading) {
  return tx
    .select({
      threadId: threads.id,
      thread: threads.title,
      unread: sql`count(*)`.mapWith(Number),
      at: sql<Date>`max(${contributions.createdAt})`.mapWith(contributions.createdAt),
    })
    .from(threadReadings)
    .innerJoin(threads, eq(threads.id, threadReadings.threadId))
    .innerJoin(
      contributions,
      and(eq(contributions.threadId, threads.id), gt(contributions.place, threadReadings.lastPlace)),
    )
    .where(
      and(
        eq(threadReadings.personId, personId),
        or(eq(threadReadings.following, 'following'), eq(threadReadings.following, 'normal')),
        ne(contributions.authorId, personId),
        isNull(contributions.removedAt),
      ),
    )
    .groupBy(threads.id, threads.title)
    .orderBy(sql`max(${contributions.createdAt}) desc`)
    .limit(SHOWN);
}
