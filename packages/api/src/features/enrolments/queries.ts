import { activities, courses, courseTexts, courseVersions, units } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Place } from '../courses/rules.ts';
import {
  activityCount,
  courseTextIn,
  doneCount,
  iso,
  ownEnrolment,
  shownLanguage,
  shownVersion,
} from '../courses/shown.ts';

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

/** As the rule `nextPlace` has it: from the activity last opened on, the first that is not done and is open, else one before. */
const nextPlace = sql<Place | null>`(
  select json_build_object('key', a.key, 'anchor', p.anchor)
  from ${activities} a join ${units} u on u.id = a.unit_id
  left join ${activityProgress} p on p.activity_id = a.id and p.enrolment_id = ${enrolments.id}
  where a.version_id = ${enrolments.versionId} and p.completed_at is null
    and (${courseVersions.sequence} = 'free' or not exists (
      select from ${activities} b join ${units} w on w.id = b.unit_id
      left join ${activityProgress} d on d.activity_id = b.id and d.enrolment_id = ${enrolments.id}
      where b.version_id = a.version_id and b.required and d.completed_at is null
        and (w.position, b.position) < (u.position, a.position)))
  order by (u.position, a.position) < (
    select v.position, l.position from ${activities} l join ${units} v on v.id = l.unit_id
    where l.id = ${enrolments.lastActivityId}), u.position, a.position
  limit 1)`;
