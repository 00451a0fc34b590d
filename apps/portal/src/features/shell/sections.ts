/** The sections of the portal by what people do there, in the order of the navigation. */
export const sectionPaths = {
  today: '/',
  learn: '/learn',
  exercise: '/exercise',
  consult: '/consult',
  library: '/library',
  people: '/people',
} as const;

export type SectionKey = keyof typeof sectionPaths;

/** Whether an address lies in a section. */
export function inSection(pathname: string, key: SectionKey): boolean {
  const path = sectionPaths[key];
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
