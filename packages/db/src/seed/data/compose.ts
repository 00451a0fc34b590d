import type { ContributionSeed } from './types.ts';

type More = Pick<ContributionSeed, 'quoteOf' | 'level' | 'releasableTo' | 'edit'>;

/** An English contribution, so many minutes after its thread began. */
export const inEnglish = (
  author: string,
  minutesAfterStart: number,
  markdown: string,
  more: More = {},
): ContributionSeed => ({
  author,
  minutesAfterStart,
  language: 'en',
  markdown,
  ...more,
});

/** A French contribution, so many minutes after its thread began. */
export const inFrench = (
  author: string,
  minutesAfterStart: number,
  markdown: string,
  more: More = {},
): ContributionSeed => ({
  author,
  minutesAfterStart,
  language: 'fr',
  markdown,
  ...more,
});
