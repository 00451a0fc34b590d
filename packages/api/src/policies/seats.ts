import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';

type Cohort = { id: string; courseId: string };
type SeatPerson = { partyId: string; nationId: string | null };

/** Decides over a cohort's seats: who manages training, directs its course or looks after the cohort. */
export function directsSeats(actor: Actor, cohort: Cohort): boolean {
  return (
    isAdministrator(actor) ||
    holds(actor, 'trainingManager') ||
    holds(actor, 'courseDirector', cohort.courseId) ||
    holds(actor, 'cohortManager', cohort.id)
  );
}

/** Speaks for a person's party in training: the training coordinator of the party or of its nation. */
export function coordinatesPerson(actor: Actor, person: SeatPerson): boolean {
  return (
    holds(actor, 'trainingCoordinator', person.partyId) ||
    (person.nationId !== null && holds(actor, 'trainingCoordinator', person.nationId))
  );
}

/**
 * Speaks for whoever holds or asks for a seat: for the person, or for the party whose seat it is. Who moved to another party
 * keeps what they hold, and both parties can give it up.
 */
export function coordinatesSeat(actor: Actor, person: SeatPerson, seatPartyId: string | null): boolean {
  return (
    coordinatesPerson(actor, person) ||
    (seatPartyId !== null && holds(actor, 'trainingCoordinator', seatPartyId))
  );
}

/** Asks for somebody's seat, or gives it up: the person, who speaks for them, who decides over seats. */
export function mayAskFor(actor: Actor, cohort: Cohort, person: SeatPerson & { id: string }): boolean {
  return person.id === actor.personId || coordinatesPerson(actor, person) || directsSeats(actor, cohort);
}
