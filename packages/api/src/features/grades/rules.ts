/** What a person may decide over a result: it stands, it does not, or what was computed stands again. */
export const outcomes = ['pass', 'fail', 'computed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether something counts as done: by the newest decision, else by what was computed from the evidence. */
export function stands(computed: boolean, decision: Outcome | null): boolean {
  return decision === null || decision === 'computed' ? computed : decision === 'pass';
}

/** What is to be done to a row of progress so that it says what stands. */
export function change(done: boolean, written: boolean): 'complete' | 'reopen' | null {
  if (done === written) return null;
  return done ? 'complete' : 'reopen';
}

/** Kinds of activities that are judged; what is only read or watched is done by its learner's word. */
export const judgedKinds = ['quiz', 'assignment'] as const;
