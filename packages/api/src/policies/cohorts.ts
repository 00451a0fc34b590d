import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';
import { opensPeoplePages, partiesLookedAfter } from './people.ts';

/** What a decision about a cohort needs to know of it. */
export type CohortSubject = { id: string; courseId: string };

/** Manages training for the whole alliance. */
export function managesTraining(actor: Actor): boolean {
  return isAdministrator(actor) || holds(actor, 'trainingManager');
}

/** Makes cohorts for some course at least: the form is worth showing. */
export function makesCohorts(actor: Actor): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector');
}

/** Chooses courses and parties for cohorts: who makes them, and who looks after one. */
export function arrangesCohorts(actor: Actor): boolean {
  return makesCohorts(actor) || holds(actor, 'cohortManager');
}

/** Makes cohorts for this course: who manages training, and its director. */
export function makesCohortsOf(actor: Actor, courseId: string): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector', courseId);
}

/** Changes a cohort: who may make one for its course, and who looks after it. */
export function managesCohort(actor: Actor, cohort: CohortSubject): boolean {
  return makesCohortsOf(actor, cohort.courseId) || holds(actor, 'cohortManager', cohort.id);
}

/** Sees a cohort whole: who manages it, and who teaches its course. */
export function seesWholeCohort(actor: Actor, cohort: CohortSubject): boolean {
  return managesCohort(actor, cohort) || holds(actor, 'instructor', cohort.courseId);
}

/** Opens the list of cohorts: who sees one whole, and who looks after a party's people. */
export function seesCohorts(actor: Actor): boolean {
  return (
    opensPeoplePages(actor) || managesTraining(actor) || holds(actor, 'cohortManager') || teachesAny(actor)
  );
}

/** Sees this cohort, whole or as far as it concerns the own party. */
export function seesCohort(actor: Actor, cohort: CohortSubject): boolean {
  return opensPeoplePages(actor) || seesWholeCohort(actor, cohort);
}

/** The courses and cohorts outside of which an actor sees no cohort; null means that they see all of them. */
export function cohortsSeen(actor: Actor): { courseIds: string[]; cohortIds: string[] } | null {
  if (opensPeoplePages(actor) || managesTraining(actor)) return null;
  const of = (scope: 'course' | 'cohort') =>
    actor.appointments.flatMap((held) => (held.scope === scope && held.scopeId ? [held.scopeId] : []));
  return { courseIds: of('course'), cohortIds: of('cohort') };
}

/** The parties whose members of a cohort the actor may see; null means all of them. */
export function cohortPartiesSeen(actor: Actor, cohort: CohortSubject): string[] | null {
  return seesWholeCohort(actor, cohort) ? null : partiesLookedAfter(actor);
}

function teachesAny(actor: Actor): boolean {
  return holds(actor, 'courseDirector') || holds(actor, 'instructor');
}
