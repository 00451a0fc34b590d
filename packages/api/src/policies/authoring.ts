import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';

/** Who looks after training as a whole: creates courses, appoints their staff, and may step into any of them. */
export function managesTraining(actor: Actor): boolean {
  return isAdministrator(actor) || holds(actor, 'trainingManager');
}

/** Whoever teaches a course writes its drafts too. */
export function mayEditCourse(actor: Actor, courseId: string): boolean {
  return (
    managesTraining(actor) || holds(actor, 'courseDirector', courseId) || holds(actor, 'instructor', courseId)
  );
}

/** What learners get is the course director's decision: publishing, and the facts that apply at once. */
export function mayPublishCourse(actor: Actor, courseId: string): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector', courseId);
}

/** Whether the person writes any course at all. */
export function writesCourses(actor: Actor): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector') || holds(actor, 'instructor');
}
