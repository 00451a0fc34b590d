import { paths } from '#features/paths.ts';

/** A place in an activity, as the API remembers it: `md-the-first-hour~12`, heading and block. */
export type Place = { key: string; anchor: string | null };

/** The address of a place: the heading last in view; the page itself goes on to the very block. */
export function continuePath(slug: string, { key, anchor }: Place): string {
  const page = paths.activity(slug, key);
  return anchor === null ? page : `${page}#${headingOf(anchor) || 'reading'}`;
}

/** The heading of an anchor; empty above the first. */
export function headingOf(anchor: string): string {
  return anchor.replace(/~\d+$/, '');
}

/** The block of an anchor, counted from the top of the page. */
export function blockOf(anchor: string): number {
  return Number(/~(\d+)$/.exec(anchor)?.[1] ?? 0);
}
