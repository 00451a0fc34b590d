import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';

/** Says what some course teaches: who manages training, and who directs a course. */
export function mapsCompetencies(actor: Actor): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector');
}

/** Says what this course teaches. */
export function mapsCompetenciesOf(actor: Actor, courseId: string): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector', courseId);
}

/** Brings frameworks in, and new versions of them: who manages training. */
export function bringsInFrameworks(actor: Actor): boolean {
  return managesTraining(actor);
}
