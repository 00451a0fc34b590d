/**
 * The people of the tour, by what they are there to show. `learner`, `delegate` and `administrator` are
 * the three sign-ins that the start prints.
 */
export const personas = {
  /** Maija Rinne, staff of Nordmark: takes courses in English. */
  learner: 'nor-staff-1',
  /** Ilse Varga, Nordmark: consults in every body Nordmark sits in. */
  delegate: 'nor-delegate',
  /** Looks after people and access at the headquarters; reads no consultation. */
  administrator: 'hqa-admin-1',
  /** Another nation, in the releasable set of the threads of few nations. */
  calderDelegate: 'cal-delegate',
  /** Rynholt: in the same bodies, outside the threads of few nations. */
  outsideDelegate: 'ryn-delegate',
  /** Presides over the Committee on Cyber Defence. */
  chair: 'hqa-chair-ccd',
  /** Åsa Bergström: attests levels for Nordmark's people. */
  securityOfficer: 'nor-security',
  /** Enrols and nominates for Nordmark. */
  trainingCoordinator: 'nor-coordinator',
  /** Answers for the three courses. */
  courseDirector: 'hqa-course-director',
  /** Staff of Orlenia: takes the same courses in French. */
  frenchLearner: 'orl-staff-1',
} as const;

/** A name in the tour. */
export type Persona = keyof typeof personas;

/** The threads of few nations, in which `outsideDelegate` must find no trace. */
export const smallGroupThreads = ['paragraph-seven-drafters', 'pilot-before-the-patch'] as const;
