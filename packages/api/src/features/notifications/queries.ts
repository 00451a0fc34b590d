import { contributions, threads } from '@concord/db/schema/consultation';
import { people } from '@concord/db/schema/people';
import { notifications } from '@concord/db/schema/system';
import { and, desc, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { markingViews } from '../threads/marking-views.ts';
import type { ListInput } from './schemas.ts';

const PAGE = 30;

/** The thread that a notification of having been named is about. */
const namedIn = sql`case when ${notifications.kind} = 'threadNamed' then ${notifications.subjectId} end`;

/**
 * A person's notifications, the newest first. One about a contribution is listed only while that may be read:
 * row security hides the contribution, and with it the notification.
 */
export async function listNotifications(ctx: SignedIn, { before }: ListInput) {
  const { tx, actor, locale } = ctx;
  const rows = await tx
    .select({
      id: notifications.id,
      kind: notifications.kind,
      subjectId: notifications.subjectId,
      params: notifications.params,
      at: notifications.createdAt,
      readAt: notifications.readAt,
      threadId: threads.id,
      thread: threads.title,
      markingId: threads.markingId,
      given: people.givenName,
      family: people.familyName,
    })
    .from(notifications)
    .leftJoin(contributions, eq(contributions.id, notifications.contributionId))
    .leftJoin(threads, sql`${threads.id} = coalesce(${contributions.threadId}, ${namedIn})`)
    .leftJoin(people, eq(people.id, contributions.authorId))
    .where(
      and(
        eq(notifications.personId, actor.personId),
        or(isNull(notifications.contributionId), isNotNull(threads.id)),
        before ? lt(notifications.id, before) : undefined,
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      subjectId: row.subjectId,
      params: inLocale(row.params, locale),
      at: row.at.toISOString(),
      read: row.readAt !== null,
      thread: row.threadId && row.thread ? { id: row.threadId, title: row.thread } : null,
      person: row.given && row.family ? `${row.given} ${row.family}` : null,
    })),
    /** Of the threads that these name. */
    markings: await markingViews(
      ctx,
      shown.flatMap(({ markingId }) => markingId ?? []),
    ),
    older: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Names kept in both languages: `cohortFr` stands for `cohort` in French. */
function inLocale(params: Readonly<Record<string, string>>, locale: string): Record<string, string> {
  const french = Object.entries(params).filter(([key]) => key.endsWith('Fr'));
  const plain = Object.fromEntries(Object.entries(params).filter(([key]) => !key.endsWith('Fr')));
  if (locale !== 'fr') return plain;
  return { ...plain, ...Object.fromEntries(french.map(([key, value]) => [key.slice(0, -2), value])) };
}
