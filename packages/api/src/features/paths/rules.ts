/** Where somebody is with one course of a path. */
export type StepState = 'done' | 'underWay' | 'open' | 'waits';
export type Step = { required: boolean; done: boolean; underWay: boolean };

/**
 * Where somebody is with each course of a path: done while its credential is valid; in a path that goes in order, what
 * comes after a required course that is not done waits, also for who is enrolled in it already (`concord.prerequisites`).
 */
export function stepStates(steps: readonly Step[], inOrder: boolean): StepState[] {
  let blocked = false;
  return steps.map(({ required, done, underWay }) => {
    const state = done ? 'done' : blocked ? 'waits' : underWay ? 'underWay' : 'open';
    if (inOrder && required && !done) blocked = true;
    return state;
  });
}

/** How far a path is, by its required courses; where none is required, by all. */
export function progressOf(steps: readonly Step[]): { done: number; total: number; complete: boolean } {
  const required = steps.filter((step) => step.required);
  const counted = required.length > 0 ? required : steps;
  const done = counted.filter((step) => step.done).length;
  return { done, total: counted.length, complete: counted.length > 0 && done === counted.length };
}
