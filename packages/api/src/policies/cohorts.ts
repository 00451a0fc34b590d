import type { Actor } from '../context.ts';
import { managesPeople, opensPeoplePages, partiesLookedAfter } from './people.ts';

/** Creates and changes cohorts. */
export function managesCohorts(actor: Actor): boolean {
  return managesPeople(actor);
}

/** Sees cohorts at all: who manages them, and who looks after a party's people. */
export function seesCohorts(actor: Actor): boolean {
  return opensPeoplePages(actor);
}

/** The parties whose members of a cohort the actor may see; null means all of them. */
export function cohortPartiesSeen(actor: Actor): string[] | null {
  return partiesLookedAfter(actor);
}
