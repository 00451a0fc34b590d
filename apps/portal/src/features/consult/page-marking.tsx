import { useLocale, useTranslations } from 'next-intl';
import { use } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { insideExercise } from '#features/twins/inside.ts';
import { releaseWords } from './marking-words.ts';
import type { Marking } from './types.ts';

type Props = {
  marking: Marking | null | undefined;
  /** What stands on the page has not happened: the word EXERCISE comes before the level. */
  exercise?: boolean;
};

/** The banner of a page about something marked; where nothing on it is, the portal's own stands. */
export function PageMarking({ marking, exercise = false }: Props) {
  const t = useTranslations('markings');
  const locale = useLocale();
  const inside = use(insideExercise());
  if (!marking) return null;
  const level = exercise || inside ? t('exercise', { level: marking.levelName }) : marking.levelName;
  return <MarkingBanner of="page" words={{ level, release: releaseWords(marking, t, locale) }} />;
}
