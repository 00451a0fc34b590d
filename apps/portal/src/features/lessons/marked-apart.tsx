import { useLocale, useTranslations } from 'next-intl';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Observations } from './types.ts';

type Props = {
  markingId: string;
  exercise: { markingId: string };
  markings: Observations['markings'];
};

/** The marking of something that is marked apart from its exercise; nothing where it has the exercise's. */
export function MarkedApart({ markingId, exercise, markings }: Props) {
  const m = useTranslations('markings');
  const locale = useLocale() as Locale;
  const marking = markings[markingId];
  if (!marking || markingId === exercise.markingId) return null;
  return (
    <span className="font-semibold text-ink">
      {marking.levelName}, {releaseWords(marking, m, locale)}
    </span>
  );
}
