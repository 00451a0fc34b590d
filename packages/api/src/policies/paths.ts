import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';

/** Makes paths of courses: who manages training, and who directs or teaches a course. */
export function writesCourses(actor: Actor): boolean {
  return managesTraining(actor) || holds(actor, 'courseDirector') || holds(actor, 'instructor');
}
