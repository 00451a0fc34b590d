/** What decides whether a course is done. */
export type Part = { required: boolean; completed: boolean };

/** A course is completed once every required activity is; where none is required, once all are. */
export function courseCompleted(parts: readonly Part[]): boolean {
  const required = parts.filter((part) => part.required);
  const counted = required.length > 0 ? required : parts;
  return counted.length > 0 && counted.every(({ completed }) => completed);
}

/** What of an enrolment decides whether a new version of its course takes it along. */
export type Traveller = {
  completed: boolean;
  /** Whether a try at a quiz is under way. */
  attemptRunning: boolean;
  /** Activities done, by key and kind. */
  done: readonly { key: string; kind: string }[];
};

/**
 * Whether an enrolment moves to a new version of its course: it is not completed (what was earned was earned on the
 * version it was earned on), no quiz is under way, and every activity done is still there and still of its kind.
 * Who does not move finishes the version they began.
 */
export function movesAlong(traveller: Traveller, activities: ReadonlyMap<string, string>): boolean {
  if (traveller.completed || traveller.attemptRunning) return false;
  return traveller.done.every(({ key, kind }) => activities.get(key) === kind);
}

/** Whether a person may leave a course by themselves: not what is completed, nor what a cohort put them in. */
export function mayWithdraw(enrolment: { completed: boolean; cohortId: string | null }): boolean {
  return !enrolment.completed && enrolment.cohortId === null;
}
