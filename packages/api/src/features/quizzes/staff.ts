import { activities, courses, courseVersions } from '@concord/db/schema/courses';
import { eq, sql } from 'drizzle-orm';
import type { Actor, SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { settingsOf } from './load.ts';

/** A quiz for those who run it; to others it is not there. */
export async function staffQuiz(
  ctx: SignedIn,
  activityId: string,
  may: (actor: Actor, courseId: string) => boolean,
) {
  const [row] = await ctx.tx
    .select({
      activityId: activities.id,
      activityKey: activities.key,
      titles: activities.titles,
      settings: activities.quiz,
      courseId: courses.id,
      slug: courses.slug,
      versionId: courseVersions.id,
      sourceLanguage: courses.sourceLanguage,
    })
    .from(activities)
    .innerJoin(courseVersions, eq(courseVersions.id, activities.versionId))
    .innerJoin(courses, eq(courses.id, courseVersions.courseId))
    .where(eq(activities.id, activityId));
  const quiz = found(row);
  found(may(ctx.actor, quiz.courseId) ? quiz : undefined);
  return { ...quiz, settings: settingsOf(quiz.settings) };
}

/** The activities that are one quiz over the versions of its course. */
export const sameQuiz = ({ courseId, activityKey }: { courseId: string; activityKey: string }) => sql`(
  select w.id from ${activities} w join ${courseVersions} o on o.id = w.version_id
  where o.course_id = ${courseId} and w.key = ${activityKey})`;
