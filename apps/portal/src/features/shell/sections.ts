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

/** A section as the navigation shows it; `waiting` says in words what the number means. */
export type Section = { key: SectionKey; label: string; count: number; waiting: string; here: boolean };

/** Whether an address lies in the section of this path. */
export function inSection(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}

/** Marks, of the links to sections in a part of the page, those of the section that an address lies in. */
export function markSection(part: ParentNode, pathname: string): void {
  for (const link of part.querySelectorAll('a[data-section]')) {
    if (inSection(pathname, link.getAttribute('href') ?? '')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
