import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { formatSpan, zonesFor } from '#i18n/span.ts';

type Dated = { startsAt: string; endsAt: string; timeZone: string };

/** Says when a date is, on the clocks of its zone and on the reader's. */
export function useWhen() {
  const t = useTranslations('time');
  const { zones, locale } = useClock();
  return (date: Dated) => formatSpan(date, zonesFor(date.timeZone, zones, t), locale);
}
