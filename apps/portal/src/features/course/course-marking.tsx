import type { Metadata } from 'next';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { pageTitle } from '#features/shell/page-title.ts';

type Level = { rank: number; name: string };

/** The banner of a page that shows something stronger than the lowest level; else the portal's own stands. */
export function CourseMarking({ levels }: { levels: readonly Level[] }) {
  const strongest = strongestOf(levels);
  return strongest ? <MarkingBanner of="page" words={{ level: strongest.name }} /> : null;
}

/** The title of such a page, with its own marking. */
export function levelTitle(title: string, levels: readonly Level[]): Promise<Metadata['title']> {
  return pageTitle(title, strongestOf(levels)?.name);
}

/** What a layout says of the titles of the pages beneath it; that of its own address says it by `levelTitle`. */
export function markedTitles(levels: readonly Level[]): Metadata {
  const level = strongestOf(levels)?.name;
  return level ? { title: { absolute: level, template: `%s · ${level}` } } : {};
}

function strongestOf(levels: readonly Level[]): Level | undefined {
  return levels.filter(({ rank }) => rank > 0).toSorted((one, other) => other.rank - one.rank)[0];
}
