import type { Metadata } from 'next';

/** The title of a page whose marking is not the portal's own: "Attribution language · ALLIANCE RESTRICTED". */
export function pageTitle(title: string, marking: string): Metadata['title'] {
  return { absolute: `${title} · ${marking}` };
}
