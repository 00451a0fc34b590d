import {
  contributionMentions,
  contributions,
  threadReadings,
  threads,
} from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { isUnread, readTo } from '../threads/unread.ts';
import type { Reading } from './reader.ts';

const SHOWN = 10;

const readUpTo = readTo(sql`${threadReadings.lastPlace}`);

/** The newest unread mention of the person in each thread. */
export function unreadMentions({ tx, personId }: Reading) {
  return tx
    .selectDistinctOn([threads.id], {
      id: contributions.id,
      threadId: threads.id,
      markingId: threads.markingId,
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

type Unread = { threadId: string; markingId: string; thread: string; unread: number; at: string };

/**
 * Threads the person follows that hold something unread, with how much and since when. The newest are found first, by
 * one entry of each, and only what is shown is counted.
 */
export async function unreadThreads({ tx, personId }: Reading) {
  const fresh = sql`c.thread_id = t.id and ${isUnread(personId, sql`r.last_place`)}`;
  const rows = await tx.execute<Unread>(sql`
    with newest as (
      select t.id, t.title, t.marking_id, r.last_place, last.created_at
      from thread_reading r join thread t on t.id = r.thread_id
      cross join lateral (select c.created_at from contribution c where ${fresh} order by c.place desc limit 1) last
      where r.person_id = ${personId} and r.following in ('following', 'normal')
      order by last.created_at desc, t.id limit ${SHOWN})
    select t.id as "threadId", t.marking_id as "markingId", t.title as thread, t.created_at as at,
      (select count(*)::int from contribution c where c.thread_id = t.id and ${isUnread(personId, sql`t.last_place`)}) as unread
    from newest t order by t.created_at desc, t.id`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
