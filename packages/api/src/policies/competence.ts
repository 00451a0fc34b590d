import type { Actor } from '../context.ts';
import { coordinatesPerson } from './seats.ts';

/**
 * Sees what somebody's work needs of them and what they have shown of it: the person, and who speaks for their party in
 * training. Nobody else, whatever they administer: it is for the person's next step and compares nobody.
 */
export function seesCompetences(
  actor: Actor,
  person: { id: string; partyId: string; nationId: string | null },
): boolean {
  return person.id === actor.personId || coordinatesPerson(actor, person);
}
