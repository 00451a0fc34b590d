import type { Actor } from '../context.ts';
import { holds } from './actor.ts';

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
