import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';

/** What a decision about a person needs to know of them. */
export type PersonSubject = { id: string; partyId: string; endedAt: Date | null };

/** What the reader may do with a person; the page offers no more than this. */
export type PersonAbilities = {
  readAccess: boolean;
  readEmail: boolean;
  readLearning: boolean;
  correct: boolean;
  invite: boolean;
  end: boolean;
  appoint: boolean;
  attest: boolean;
  revokeSessions: boolean;
  resetFactor: boolean;
};

const SECOND_FACTOR = 2;

/** Manages people and access: an administrator who signed in with a second factor. */
export function managesPeople(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Whether the actor holds a role for the person's own party. */
export function actsForPartyOf(
  actor: Actor,
  role: 'securityOfficer' | 'trainingCoordinator',
  person: PersonSubject,
): boolean {
  return holds(actor, role, person.partyId);
}

/** Whether the people pages of somebody are open to the actor at all. */
export function opensPeoplePages(actor: Actor): boolean {
  return managesPeople(actor) || holds(actor, 'securityOfficer') || holds(actor, 'trainingCoordinator');
}

/** The parties whose people the actor looks after; null means all of them. */
export function partiesLookedAfter(actor: Actor): string[] | null {
  if (managesPeople(actor)) return null;
  const scopes = actor.appointments
    .filter(({ role }) => role === 'securityOfficer' || role === 'trainingCoordinator')
    .map(({ scopeId }) => scopeId);
  return scopes.filter((scopeId) => scopeId !== null);
}

/** A party's security officer vouches for the party's people, and never for themselves. */
export function mayAttest(actor: Actor, person: PersonSubject): boolean {
  return (
    person.endedAt === null &&
    actor.personId !== person.id &&
    actor.strength >= SECOND_FACTOR &&
    actsForPartyOf(actor, 'securityOfficer', person)
  );
}

/** Everything the actor may do with a person, decided in one place. */
export function personAbilities(actor: Actor, person: PersonSubject): PersonAbilities {
  const administrator = managesPeople(actor);
  const officer = actsForPartyOf(actor, 'securityOfficer', person);
  const coordinator = actsForPartyOf(actor, 'trainingCoordinator', person);
  const self = actor.personId === person.id;
  const active = person.endedAt === null;
  return {
    readAccess: administrator || officer || coordinator || self,
    readEmail: administrator || officer || coordinator || self,
    readLearning: administrator || coordinator || self,
    correct: administrator && active,
    invite: administrator && active,
    end: administrator && active && !self,
    appoint: administrator && active,
    attest: mayAttest(actor, person),
    revokeSessions: administrator,
    resetFactor: administrator && active && !self,
  };
}
