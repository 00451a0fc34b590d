/** How much the bench seeds. */
export interface Size {
  people: number;
  courses: number;
  enrolments: number;
  threads: number;
  /** Contributions in each thread. */
  length: number;
  bodies: number;
  /** People with a session: the sixteen who ask, and those who listen. */
  readers: number;
  /** People who answer one quiz at once. */
  learners: number;
  /** Graded attempts at the quiz whose questions are analysed. */
  attempts: number;
  /** People of the nation whose readiness is looked at. */
  ready: number;
  /** How long each work is asked for, in milliseconds. */
  time: number;
}

/** Connections, each signed in as another person. */
export const CONNECTIONS = 16;

export const full: Size = {
  people: 10_000,
  courses: 200,
  enrolments: 100_000,
  threads: 1_000,
  length: 1_000,
  bodies: 10,
  readers: 1_000,
  learners: 500,
  attempts: 100_000,
  ready: 2_000,
  time: 8_000,
};

export const small: Size = {
  people: 500,
  courses: 20,
  enrolments: 2_000,
  threads: 20,
  length: 1_000,
  bodies: 2,
  readers: 200,
  learners: 500,
  attempts: 5_000,
  ready: 200,
  time: 2_000,
};

/** Learning at full size with hardly any consultation, seeded in a minute; ten courses a person however many paths there are. */
export const learning = (enrolments: number): Size => ({
  ...full,
  ...{ people: Math.ceil(enrolments / 10), enrolments, threads: 20, length: 100, bodies: 1, readers: 32 },
  ...{ learners: 32, attempts: Math.min(full.attempts, enrolments) },
});
