import type { Locale } from '@concord/db/enums';
import { kept } from '@concord/db/kept';
import { bodies, drafts, threadMembers, threadReadings, threads } from '@concord/db/schema/consultation';
import { courses } from '@concord/db/schema/courses';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { memberNow } from './load.ts';
import { isUnread, readTo } from './unread.ts';

const person = sql.placeholder('person');

/** How much is unread in a thread, of what the person may read, and where it begins. */
const unreadIn = sql`(
  select count(*) as entries, (array_agg(c.id order by c.place))[1] as first from contribution c
  where c.thread_id = ${threads.id} and ${isUnread(person, sql`${threadReadings.lastPlace}`)}) unread`;

const head = kept((tx, locale: Locale) =>
  tx
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
      courseId: bodies.courseId,
      activityKey: threads.activityKey,
      answeredAt: threads.answeredAt,
      bodyName: locale === 'fr' ? bodies.nameFr : bodies.nameEn,
      readTo: readTo(sql`${threadReadings.lastPlace}`).mapWith(Number),
      following: sql<'normal' | 'following' | 'muted'>`coalesce(${threadReadings.following}, 'normal')`,
      memberMayWrite: threadMembers.mayWrite,
      unread: sql`unread.entries`.mapWith(Number),
      firstUnread: sql<string | null>`unread.first`,
      draft: drafts.sealed,
      draftAt: drafts.updatedAt,
    })
    .from(threads)
    .innerJoin(bodies, eq(bodies.id, threads.bodyId))
    .leftJoin(
      threadReadings,
      and(eq(threadReadings.threadId, threads.id), eq(threadReadings.personId, person)),
    )
    .leftJoin(threadMembers, memberNow(person))
    .leftJoin(drafts, and(eq(drafts.threadId, threads.id), eq(drafts.personId, person)))
    .crossJoinLateral(unreadIn)
    .where(eq(threads.id, sql.placeholder('thread'))),
);

/** A thread with its body, what the person has read of it and may do in it, and the draft left in it: one query. */
export async function threadHead(ctx: SignedIn, threadId: string) {
  const values = { person: ctx.actor.personId, thread: threadId };
  const [row] = await head(ctx.tx, values, ctx.locale);
  return found(row);
}

/** Of a question: its course, and what the activity is called in the newest version that has it. */
const about = kept((tx) =>
  tx
    .select({
      slug: courses.slug,
      language: courses.sourceLanguage,
      titles: sql<Record<string, string> | null>`(
        select a.titles from course_version v join activity a on a.version_id = v.id and a.key = ${sql.placeholder('activity')}
        where v.course_id = course.id and v.published_at is not null order by v.number desc limit 1)`,
    })
    .from(courses)
    .where(eq(courses.id, sql.placeholder('course'))),
);

/**
 * About what a question is asked, for the few threads that are one: what policies ask of courses is set up with each
 * statement that names them, so that the head of every thread leaves them out.
 */
export async function askedActivity(ctx: SignedIn, courseId: string, activityKey: string) {
  const [row] = await about(ctx.tx, { course: courseId, activity: activityKey }, undefined);
  return row;
}

export type ThreadHead = Awaited<ReturnType<typeof threadHead>>;
