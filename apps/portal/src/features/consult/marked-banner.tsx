import { useLocale, useTranslations } from 'next-intl';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { releaseWords } from './marking-words.ts';
import type { Marking } from './types.ts';

type Props = {
  marking: Marking | null | undefined;
  /** What stands on the page has not happened: the word EXERCISE comes before the level. */
  exercise: boolean;
};

/** The banner of what is marked, also of what a browser finds by itself; pages use `PageMarking`. */
export function MarkedBanner({ marking, exercise }: Props) {
  const t = useTranslations('markings');
  const locale = useLocale();
  if (!marking) return null;
  const level = exercise ? t('exercise', { level: marking.levelName }) : marking.levelName;
  const release = releaseWords(marking, t, locale, { whole: true });
  return <MarkingBanner of="page" words={{ level, release }} />;
}
