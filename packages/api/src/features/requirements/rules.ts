import type { Role } from '@concord/db/enums';

/** Of whom something can be asked. */
export const subjects = ['everyone', 'appointment', 'workRole', 'cohort', 'seat', 'courseVersion'] as const;
export type Subject = (typeof subjects)[number];

/** The appointments of whose holders something can be asked. */
export const rolesAsked = [
  'administrator',
  'trainingManager',
  'trainingCoordinator',
  'securityOfficer',
  'chair',
  'secretariat',
  'headOfDelegation',
  'delegate',
  'contributor',
  'courseDirector',
  'instructor',
  'cohortManager',
] as const satisfies readonly Role[];

/** Reminders as a requirement keeps them: each day once, the earliest first. */
export function reminders(days: readonly number[]): number[] {
  return [...new Set(days)].sort((one, other) => other - one);
}
