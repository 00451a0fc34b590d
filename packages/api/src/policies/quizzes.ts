import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';

/** Whose attempt it is, and at a quiz of which course. */
export type AttemptSubject = { personId: string; courseId: string };

/** An attempt handed in is shown to who made it, and to those who teach or run the course. */
export function maySeeResult(actor: Actor, { personId, courseId }: AttemptSubject): boolean {
  return (
    actor.personId === personId ||
    holds(actor, 'courseDirector', courseId) ||
    holds(actor, 'instructor', courseId) ||
    holds(actor, 'trainingManager')
  );
}

/** Teaches or runs the course: marks its answers, and reads how its quizzes went. */
export function isCourseStaff(actor: Actor, courseId: string): boolean {
  return holds(actor, 'courseDirector', courseId) || holds(actor, 'instructor', courseId);
}

/** Reads how a quiz's questions work: the staff of its course, and who manages training. */
export function mayAnalyse(actor: Actor, courseId: string): boolean {
  return isCourseStaff(actor, courseId) || holds(actor, 'trainingManager') || isAdministrator(actor);
}

/** Gives one person more time or attempts: the staff of the course, who manages training, and who leads their cohort. */
export function mayExtend(
  actor: Actor,
  { courseId, cohortId }: { courseId: string; cohortId: string | null },
): boolean {
  if (isCourseStaff(actor, courseId) || holds(actor, 'trainingManager') || isAdministrator(actor))
    return true;
  return (
    cohortId !== null &&
    actor.appointments.some(({ scope, scopeId }) => scope === 'cohort' && scopeId === cohortId)
  );
}
