import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import type { InstantStyle } from '#i18n/format.ts';
import { endInZones } from './end-in-zones.ts';

/** Puts the instants of a silence into words, in the zone of its body and elsewhere. */
export function useEnd(zone: string) {
  const words = useTranslations('silence.zones');
  const { zones, locale } = useClock();
  return (at: string, style: InstantStyle = 'full') => endInZones(at, zone, { zones, locale, words, style });
}
