import { useLocale, useTranslations } from 'next-intl';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Locale } from '#i18n/locales.ts';
import type { InjectList } from './types.ts';

type Props = { exercise: { markingId: string }; markings: InjectList['markings'] };

/** The exercise's marking, and the word EXERCISE before it: what stands here has not happened. */
export function ExerciseMarking({ exercise, markings }: Props) {
  const t = useTranslations('injects');
  const m = useTranslations('markings');
  const locale = useLocale() as Locale;
  const marking = markings[exercise.markingId];
  if (!marking) return null;
  const level = t('exerciseMarking', { level: marking.levelName });
  return <MarkingBanner of="page" words={{ level, release: releaseWords(marking, m, locale) }} />;
}
