import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';

/** Who teaches or runs a course, or administers the portal: they read its activities without being enrolled. */
export function isCourseStaff(actor: Actor, courseId: string): boolean {
  return (
    isAdministrator(actor) || holds(actor, 'courseDirector', courseId) || holds(actor, 'instructor', courseId)
  );
}

/** An activity is for those who are enrolled in its course, and for the course's staff. */
export function mayReadActivities(actor: Actor, course: { id: string; enrolled: boolean }): boolean {
  return course.enrolled || isCourseStaff(actor, course.id);
}
