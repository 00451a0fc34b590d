import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';
import { partiesLookedAfter } from './people.ts';

/** The parties whose readiness the actor sees; null means all of them, none at all an empty list. */
export function readinessParties(actor: Actor): string[] | null {
  return managesTraining(actor) ? null : partiesLookedAfter(actor);
}

/** Sees the readiness of a party: who manages training, its training coordinator, its security officer. */
export function seesReadiness(actor: Actor, partyId: string): boolean {
  const parties = readinessParties(actor);
  return parties === null || parties.includes(partyId);
}

/** Sends what is missing to a party's people. Its security officer only looks. */
export function sendsCourses(actor: Actor, partyId: string): boolean {
  return managesTraining(actor) || holds(actor, 'trainingCoordinator', partyId);
}
