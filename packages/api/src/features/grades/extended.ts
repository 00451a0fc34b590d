import { activities } from '@concord/db/schema/courses';
import { activityExtensions, enrolments } from '@concord/db/schema/learning';
import { and, eq } from 'drizzle-orm';

/** Joins to a path and an activity what its person was given more of in it. */
export const extended = and(
  eq(activityExtensions.enrolmentId, enrolments.id),
  eq(activityExtensions.activityKey, activities.key),
);
