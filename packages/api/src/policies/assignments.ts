import type { Actor } from '../context.ts';
import { holds } from './actor.ts';

/** Whose work it is, and of which course. */
export type WorkSubject = { personId: string; courseId: string };

/** Work handed in is judged by who teaches or runs its course, and never by its author. */
export function mayJudge(actor: Actor, { personId, courseId }: WorkSubject): boolean {
  return personId !== actor.personId && isMarker(actor, courseId);
}

/** Teaches or runs the course. Managing training, or the portal, does not open what others handed in. */
export function isMarker(actor: Actor, courseId: string): boolean {
  return holds(actor, 'courseDirector', courseId) || holds(actor, 'instructor', courseId);
}

/** Where two markers differ, a course director who was neither of them settles it. */
export function maySettle(actor: Actor, subject: WorkSubject): boolean {
  return mayJudge(actor, subject) && holds(actor, 'courseDirector', subject.courseId);
}
