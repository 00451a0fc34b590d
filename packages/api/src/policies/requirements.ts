import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';
import { opensPeoplePages } from './people.ts';
import { coordinatesPerson } from './seats.ts';

type Party = { id: string; nationId: string | null };

/** Sees what is asked of whom, and how many it concerns: who manages training, and who looks after a party's people. */
export function seesRequirements(actor: Actor): boolean {
  return opensPeoplePages(actor) || managesTraining(actor);
}

/** Asks something of somebody at all: the form is worth showing. */
export function makesRequirements(actor: Actor): boolean {
  return managesTraining(actor) || holds(actor, 'trainingCoordinator');
}

/** Asks something of these parties; of every party (none named) only who manages training. */
export function asksOf(actor: Actor, parties: readonly Party[]): boolean {
  if (managesTraining(actor)) return true;
  return parties.length > 0 && parties.every(({ id, nationId }) => coordinates(actor, id, nationId));
}

/** Says what work a person does: who manages training, and who speaks for the person's party. */
export function givesWork(actor: Actor, person: { partyId: string; nationId: string | null }): boolean {
  return managesTraining(actor) || coordinatesPerson(actor, person);
}

function coordinates(actor: Actor, partyId: string, nationId: string | null): boolean {
  return coordinatesPerson(actor, { partyId, nationId });
}
