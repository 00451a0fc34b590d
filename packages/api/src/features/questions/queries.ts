import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { answers } from '../../policies/threads.ts';
import { titleIn } from '../courses/rules.ts';
import { listThreads } from '../threads/list.ts';
import { askedCourse, titlesByKey } from './load.ts';
import type { QuestionsInput } from './schemas.ts';

const none = { threads: [], markings: {}, older: null };

/** What was asked in a course, or under one of its activities, with what is unread and what still waits. */
export async function questionsOf(ctx: SignedIn, { course: name, activity, ...asked }: QuestionsInput) {
  const course = await askedCourse(ctx, name);
  const titles = await titlesByKey(ctx, course);
  if (activity !== undefined) found(titles.get(activity));
  const list = course.bodyId
    ? await listThreads(ctx, course.bodyId, {
        ...asked,
        ...(activity !== undefined && { activityKey: activity }),
      })
    : none;
  return {
    course: { id: course.id, slug: course.slug, title: course.title, language: course.language },
    mayAnswer: answers(ctx.actor, course.id),
    waiting: course.bodyId ? await waitingIn(ctx, course.bodyId) : 0,
    markings: list.markings,
    older: list.older,
    questions: list.threads.map(({ activityKey, ...thread }) => {
      const named = titles.get(activityKey ?? '');
      const title = named && titleIn(named, course.language, course.sourceLanguage);
      return { ...thread, activity: activityKey && title ? { key: activityKey, title } : null };
    }),
  };
}

/** How many wait for an answer, of those the person may read. */
async function waitingIn(ctx: SignedIn, bodyId: string): Promise<number> {
  const [row] = await ctx.tx.execute<{ n: number }>(sql`select count(*)::int as n from thread t
    where t.body_id = ${bodyId} and t.answered_at is null and t.closed_at is null`);
  return row?.n ?? 0;
}
