import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';

/** What a decision about a live session needs to know of it: of which course, and for which cohort (null: all). */
export type LiveSessionSubject = { courseId: string; cohortId: string | null };

/**
 * Plans a session and notes who was there: who teaches or runs the course, who manages training, and who looks after
 * the cohort it is for.
 */
export function runsSession(actor: Actor, { courseId, cohortId }: LiveSessionSubject): boolean {
  return (
    managesTraining(actor) ||
    holds(actor, 'courseDirector', courseId) ||
    holds(actor, 'instructor', courseId) ||
    (cohortId !== null && holds(actor, 'cohortManager', cohortId))
  );
}
