import type { Actor } from '../context.ts';
import { holds, isAdministrator } from './actor.ts';

/** Who writes courses sees and writes the question bank: staff of any course, managers of training, administrators. */
export function writesCourses(actor: Actor): boolean {
  return (
    isAdministrator(actor) ||
    holds(actor, 'trainingManager') ||
    holds(actor, 'courseDirector') ||
    holds(actor, 'instructor')
  );
}
