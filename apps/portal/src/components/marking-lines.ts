/** A marking as words: the level first, then who it may be released to. */
export type MarkingWords = { level: string; release?: string };

/** The most lines that the style sheet knows; what is longer still is scrolled. */
export const MOST_LINES = { narrow: 8, medium: 4, wide: 3 } as const;

/** Characters of a banner's line: on a telephone, where the level has lines of its own; on paper and tablets; on desks. */
const LINE = { level: 36, narrow: 44, medium: 84, wide: 140 } as const;

/** How many lines a banner needs at each width. Counted and not measured, so that nothing moves once a page is drawn. */
export function linesOf({ level, release = '' }: MarkingWords): Record<keyof typeof MOST_LINES, number> {
  const lines = (length: number, line: number) => Math.ceil(length / line);
  const whole = release ? level.length + release.length + 2 : level.length;
  return {
    narrow: Math.min(
      Math.max(1, lines(level.length, LINE.level)) + lines(release.length, LINE.narrow),
      MOST_LINES.narrow,
    ),
    medium: Math.min(Math.max(1, lines(whole, LINE.medium)), MOST_LINES.medium),
    wide: Math.min(Math.max(1, lines(whole, LINE.wide)), MOST_LINES.wide),
  };
}
