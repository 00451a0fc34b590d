/** What each role is held for. */
export const roleScopes = {
  administrator: 'alliance',
  trainingManager: 'alliance',
  trainingCoordinator: 'party',
  securityOfficer: 'party',
  headOfDelegation: 'body',
  delegate: 'body',
  contributor: 'body',
  chair: 'body',
  secretariat: 'body',
  courseDirector: 'course',
  instructor: 'course',
  cohortManager: 'cohort',
  exerciseDirector: 'exercise',
  exercisePlanner: 'exercise',
  exerciseControl: 'exercise',
  evaluator: 'exercise',
} as const;

export type RoleKey = keyof typeof roleScopes;
