/** The ways to look at a text; each has an address. */
export const views = [
  'clean',
  'bracketed',
  'changes',
  'amendments',
  'positions',
  'matrix',
  'concerns',
  'versions',
] as const;
export type View = (typeof views)[number];

/** The view asked for, the clean one otherwise. */
export function viewOf(asked: unknown): View {
  return views.find((view) => view === asked) ?? 'clean';
}
