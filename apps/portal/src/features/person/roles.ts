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
} as const;

export type RoleKey = keyof typeof roleScopes;
