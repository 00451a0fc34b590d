import type { Role } from '@concord/db/enums';
import type { Actor } from '../context.ts';
import { writesCourses } from './bank.ts';
import { managesTraining } from './cohorts.ts';

type Subject = 'course' | 'workRole' | 'exerciseRole' | 'questionCategory' | 'question';

/**
 * Of which courses or exercises the actor says what their things stand for; null: of all there are. Who manages training
 * does of everything, a director of their courses, planners of their exercises, and who writes courses of the bank.
 */
export function mapsOfSubject(actor: Actor, subject: Subject): string[] | null {
  if (managesTraining(actor)) return null;
  if (subject === 'question' || subject === 'questionCategory') return writesCourses(actor) ? null : [];
  if (subject === 'course') return scopesOf(actor, ['courseDirector']);
  return subject === 'exerciseRole' ? scopesOf(actor, ['exerciseDirector', 'exercisePlanner']) : [];
}

/** Says what the things of this course or exercise stand for. */
export function mapsThis(actor: Actor, subject: Subject, ownerId: string): boolean {
  return mapsOfSubject(actor, subject)?.includes(ownerId) ?? true;
}

/** Maps something at all: the pages are worth showing. */
export function mapsAnything(actor: Actor): boolean {
  return (['course', 'exerciseRole', 'question'] as const).some(
    (subject) => mapsOfSubject(actor, subject)?.length !== 0,
  );
}

function scopesOf(actor: Actor, roles: readonly Role[]): string[] {
  return actor.appointments.flatMap(({ role, scopeId }) =>
    roles.includes(role) && scopeId ? [scopeId] : [],
  );
}

/** Brings frameworks in, and new versions of them: who manages training. */
export function bringsInFrameworks(actor: Actor): boolean {
  return managesTraining(actor);
}
