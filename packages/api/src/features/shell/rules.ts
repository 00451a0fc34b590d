import type { Role } from '@concord/db/enums';

/** What the portal is parted into, by what people do there; a section shows once it holds something for a person. */
export const sectionKeys = ['today', 'learn', 'exercise', 'consult', 'library', 'people'] as const;

export type SectionKey = (typeof sectionKeys)[number];

const managing: ReadonlySet<string> = new Set<Role>([
  'administrator',
  'trainingManager',
  'trainingCoordinator',
  'securityOfficer',
  'cohortManager',
]);

/** What decides which sections a person sees. */
export type Holdings = {
  roles: readonly string[];
  courses: boolean;
  exercises: boolean;
  consultations: boolean;
};

/** The sections that hold something for a person, in their order. */
export function sectionsFor({ roles, courses, exercises, consultations }: Holdings): SectionKey[] {
  const shown: Record<SectionKey, boolean> = {
    today: true,
    learn: courses,
    exercise: exercises,
    consult: consultations,
    library: false,
    people: roles.some((role) => managing.has(role)),
  };
  return sectionKeys.filter((key) => shown[key]);
}
