import { useLocale } from 'next-intl';
import { formatInstant } from '#i18n/format.ts';

/** Instants of a sheet as the clock of its body showed them, with the zone. */
export function useSheetTime(zone: string) {
  const locale = useLocale() as 'en' | 'fr';
  return (at: string) => formatInstant(at, { zone, locale, style: 'full' });
}
