import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';
import { partiesLookedAfter } from './people.ts';
import { coordinatesPerson } from './seats.ts';

type Party = { id: string; nationId: string | null };

/** The parties whose readiness the actor sees by an appointment there; null means all of them. */
export function readinessParties(actor: Actor): string[] | null {
  return managesTraining(actor) ? null : partiesLookedAfter(actor);
}

/** The nations whose organisations' people the actor sees too: a nation's training coordinator looks after them. */
export function nationsCoordinated(actor: Actor): string[] {
  return actor.appointments.flatMap(({ role, scopeId }) =>
    role === 'trainingCoordinator' && scopeId ? [scopeId] : [],
  );
}

/** Sees the readiness of a party: who manages training, its training coordinator (or its nation's), its security officer. */
export function seesReadiness(actor: Actor, party: Party): boolean {
  const parties = readinessParties(actor);
  return parties === null || parties.includes(party.id) || sendsCourses(actor, party);
}

/** Sends what is missing to a party's people. Its security officer only looks. */
export function sendsCourses(actor: Actor, { id, nationId }: Party): boolean {
  return managesTraining(actor) || coordinatesPerson(actor, { partyId: id, nationId });
}

/** Opens pages about the readiness of others at all. */
export function opensReadiness(actor: Actor): boolean {
  return managesTraining(actor) || holds(actor, 'trainingCoordinator') || holds(actor, 'securityOfficer');
}
