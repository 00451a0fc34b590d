import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { isNull, sql } from 'drizzle-orm';
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
import { nextPlace } from './place.ts';

/** The courses a person is enrolled in and has not completed, the nearest deadline first, and where each goes on. */
export async function openCourses(ctx: SignedIn) {
  const rows = await ctx.tx
    .select({
      id: enrolments.id,
      slug: courses.slug,
      title: courseTexts.title,
      done: doneCount,
      total: activityCount,
      dueAt: enrolments.dueAt,
      lastSeenAt: enrolments.lastSeenAt,
      place: nextPlace,
    })
    .from(enrolments)
    .innerJoin(courses, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(sql`${enrolments.language}`, ctx.locale)))
    .where(isNull(enrolments.completedAt))
    .orderBy(sql`${enrolments.dueAt} nulls last, ${enrolments.lastSeenAt} desc nulls last, ${enrolments.id}`)
    .limit(50);
  return rows.map(({ dueAt, lastSeenAt, ...row }) => ({
    ...row,
    dueAt: iso(dueAt),
    started: lastSeenAt !== null || row.done > 0,
  }));
}
