import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';

/** What a decision about results needs to know of them: of which course, and in which cohort if of one. */
export type GradesSubject = { courseId: string; cohortId: string | null };

/** Decides over results: who teaches or runs the course, and who manages training. Never one's own. */
export function mayDecide(actor: Actor, courseId: string): boolean {
  return (
    managesTraining(actor) || holds(actor, 'courseDirector', courseId) || holds(actor, 'instructor', courseId)
  );
}

/** The parties whose people's results are seen: null for all of them; none of them for an empty list. */
export function partiesOfGrades(actor: Actor, { courseId, cohortId }: GradesSubject): string[] | null {
  if (mayDecide(actor, courseId)) return null;
  if (cohortId !== null && holds(actor, 'cohortManager', cohortId)) return null;
  return actor.appointments.flatMap(({ role, scopeId }) =>
    role === 'trainingCoordinator' && scopeId !== null ? [scopeId] : [],
  );
}

/** Sees results of anybody there at all. */
export function seesGrades(actor: Actor, subject: GradesSubject): boolean {
  const parties = partiesOfGrades(actor, subject);
  return parties === null || parties.length > 0;
}
