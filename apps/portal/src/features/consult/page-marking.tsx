import { useLocale, useTranslations } from 'next-intl';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { releaseWords } from './marking-words.ts';
import type { Marking } from './types.ts';

/** The banner of a page about something marked; where nothing on it is, the portal's own stands. */
export function PageMarking({ marking }: { marking: Marking | null | undefined }) {
  const t = useTranslations('markings');
  const locale = useLocale();
  if (!marking) return null;
  return (
    <MarkingBanner
      of="page"
      words={{ level: marking.levelName, release: releaseWords(marking, t, locale) }}
    />
  );
}
