import { activities, courseVersions, units } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { sql } from 'drizzle-orm';
import type { Place } from '../courses/rules.ts';

/**
 * Where the enrolment of the row goes on, as one value of a query over enrolments and their versions. As the rule of
 * the same name has it: from the activity last opened on, the first that is not done and is open, else one before.
 */
export const nextPlace = sql<Place | null>`(
  select json_build_object('key', a.key, 'anchor', p.anchor)
  from ${activities} a join ${units} u on u.id = a.unit_id and u.version_id = ${enrolments.versionId}
  left join ${activityProgress} p on p.activity_id = a.id and p.enrolment_id = ${enrolments.id}
  where a.version_id = ${enrolments.versionId} and p.completed_at is null
    and (${courseVersions.sequence} = 'free' or not exists (
      select from ${activities} b join ${units} w on w.id = b.unit_id and w.version_id = ${enrolments.versionId}
      left join ${activityProgress} d on d.activity_id = b.id and d.enrolment_id = ${enrolments.id}
      where b.version_id = a.version_id and b.required and d.completed_at is null
        and (w.position, b.position) < (u.position, a.position)))
  order by (u.position, a.position) < (
    select v.position, l.position from ${activities} l join ${units} v on v.id = l.unit_id
    where l.id = ${enrolments.lastActivityId}), u.position, a.position
  limit 1)`;
