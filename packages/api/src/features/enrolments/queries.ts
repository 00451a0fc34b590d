import { activities, courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import {
  activityCount,
  courseTextIn,
  doneCount,
  iso,
  ownEnrolment,
  shownLanguage,
  shownVersion,
} from '../courses/shown.ts';

/** The courses a person is enrolled in and has not completed, the one last opened first, and where each goes on. */
export async function openCourses(ctx: SignedIn) {
  const rows = await ctx.tx
    .select({
      id: enrolments.id,
      slug: courses.slug,
      title: courseTexts.title,
      done: doneCount,
      total: activityCount,
      dueAt: enrolments.dueAt,
      started: sql<boolean>`${enrolments.lastSeenAt} is not null`,
      last: {
        key: activities.key,
        anchor: activityProgress.anchor,
        completedAt: activityProgress.completedAt,
      },
    })
    .from(enrolments)
    .innerJoin(courses, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(sql`${enrolments.language}`, ctx.locale)))
    .leftJoin(activities, eq(activities.id, enrolments.lastActivityId))
    .leftJoin(
      activityProgress,
      and(eq(activityProgress.activityId, activities.id), eq(activityProgress.enrolmentId, enrolments.id)),
    )
    .where(sql`${enrolments.completedAt} is null`)
    .orderBy(sql`${enrolments.lastSeenAt} desc nulls last`, desc(enrolments.id))
    .limit(50);
  return rows.map(({ last, dueAt, ...row }) => ({
    ...row,
    dueAt: iso(dueAt),
    place: last?.key && last.completedAt === null ? { key: last.key, anchor: last.anchor } : null,
  }));
}
