import type { Actor } from '../context.ts';
import { holds } from './actor.ts';
import { managesTraining } from './cohorts.ts';

/** Makes exercises: who manages training. */
export function makesExercises(actor: Actor): boolean {
  return managesTraining(actor);
}

/** Plans an exercise: what it is, its roles, teams and dates. */
export function plansExercise(actor: Actor, exerciseId: string): boolean {
  return (
    managesTraining(actor) ||
    holds(actor, 'exerciseDirector', exerciseId) ||
    holds(actor, 'exercisePlanner', exerciseId)
  );
}

/** Decides over its seats, publishes and cancels it: its director, and who manages training. */
export function directsExercise(actor: Actor, exerciseId: string): boolean {
  return managesTraining(actor) || holds(actor, 'exerciseDirector', exerciseId);
}

/** Is of its staff: plans, directs, controls or judges it. */
export function staffsExercise(actor: Actor, exerciseId: string): boolean {
  return (
    plansExercise(actor, exerciseId) ||
    holds(actor, 'exerciseControl', exerciseId) ||
    holds(actor, 'evaluator', exerciseId)
  );
}

/** Agrees for a party that it takes part: its training coordinator. */
export function agreesForParty(actor: Actor, partyId: string): boolean {
  return holds(actor, 'trainingCoordinator', partyId);
}

/** Reads the events list: its director, planners, control and evaluators. Who manages training needs an appointment too. */
export function readsInjects(actor: Actor, exerciseId: string): boolean {
  return writesInjects(actor, exerciseId) || holds(actor, 'evaluator', exerciseId);
}

/** Writes the events list: its director, planners and control. */
export function writesInjects(actor: Actor, exerciseId: string): boolean {
  return controlsExercise(actor, exerciseId) || holds(actor, 'exercisePlanner', exerciseId);
}

/** Runs the exercise: its director and its control. */
export function controlsExercise(actor: Actor, exerciseId: string): boolean {
  return holds(actor, 'exerciseDirector', exerciseId) || holds(actor, 'exerciseControl', exerciseId);
}

/** Judges its teams: its evaluators and its director. Who plays in one of them does not; row security says so too. */
export function judgesExercise(actor: Actor, exerciseId: string): boolean {
  return holds(actor, 'exerciseDirector', exerciseId) || holds(actor, 'evaluator', exerciseId);
}

/** Opens, freezes and releases scores, and makes keys for automatic checks: its director, by appointment. */
export function releasesScores(actor: Actor, exerciseId: string): boolean {
  return holds(actor, 'exerciseDirector', exerciseId);
}

/** Keeps the door: checks people in and prints badges. Its director, planners and control, each by appointment. */
export function keepsDoor(actor: Actor, exerciseId: string): boolean {
  return writesInjects(actor, exerciseId);
}

/** Leads the hot wash, keeps surveys and issues the report: its director, planners and control. */
export function leadsHotWash(actor: Actor, exerciseId: string): boolean {
  return writesInjects(actor, exerciseId);
}

/** Identifies lessons, gives actions and says what has been learned: who leads the hot wash, and who manages training. */
export function leadsLessons(actor: Actor, exerciseId: string): boolean {
  return leadsHotWash(actor, exerciseId) || managesTraining(actor);
}
