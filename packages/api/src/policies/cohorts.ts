import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesPeople } from './people.ts';

/** Creates cohorts: whoever manages people, or training for the whole alliance. */
export function createsCohorts(actor: Actor): boolean {
  return managesPeople(actor) || holds(actor, 'trainingManager');
}

/** Changes one cohort: its manager too. */
export function managesCohort(actor: Actor, cohortId: string): boolean {
  return createsCohorts(actor) || holds(actor, 'cohortManager', cohortId);
}

/** The parties whose members of a cohort the actor may see; null means all, an empty list none. */
export function cohortPartiesSeen(actor: Actor, cohortId: string): string[] | null {
  if (managesCohort(actor, cohortId)) return null;
  return actor.appointments
    .filter(({ role }) => role === 'trainingCoordinator')
    .map(({ scopeId }) => scopeId)
    .filter((scopeId) => scopeId !== null);
}
