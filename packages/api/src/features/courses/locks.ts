import type { OutlineUnit } from './rules.ts';

/** What has to be held before a course is begun, and whether the person holds it now. */
export type Prerequisite = { met: boolean };

/** What decides whether activities of a version are open to one person. */
export type Sequence = {
  /** `inOrder`: an activity opens when the required ones before it are done. */
  sequence: 'free' | 'inOrder';
  /** Whether everything asked for before the course is held. */
  admitted: boolean;
};

type Step = { key: string; required: boolean; completed: boolean };

/**
 * The required activity that has to be done before this one; null where none has. What is done stays open, also when
 * a new version puts something before it.
 */
export function waitsFor<One extends Step>(
  steps: readonly One[],
  key: string,
  sequence: Sequence['sequence'],
): One | null {
  const index = steps.findIndex((step) => step.key === key);
  if (sequence === 'free' || index < 0 || steps[index]?.completed) return null;
  return steps.slice(0, index).find(({ required, completed }) => required && !completed) ?? null;
}

/** The first thing that is asked for and not held. */
export function missing<One extends Prerequisite>(prerequisites: readonly One[]): One | null {
  return prerequisites.find(({ met }) => !met) ?? null;
}

/** An outline in which what may not be opened yet says so. */
export function withLocks(units: readonly OutlineUnit[], { sequence, admitted }: Sequence): OutlineUnit[] {
  const steps = units.flatMap(({ activities }) => activities);
  return units.map((unit) => ({
    ...unit,
    activities: unit.activities.map((one) => ({
      ...one,
      locked: !one.completed && (!admitted || waitsFor(steps, one.key, sequence) !== null),
    })),
  }));
}
