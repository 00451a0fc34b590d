import { formatInZones, type InstantStyle } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';

/** The words that name zones: a translator of `silence.zones` is one. */
type Words = (key: 'headquarters' | 'capital' | 'of', values?: Record<string, string>) => string;

export type Zones = { headquarters: string; person: string };

/**
 * A deadline in the zone of its body, which counts, and then in the reader's and in UTC where their clocks show
 * something else: what stands in the sentence, and what follows in brackets.
 */
export function endInZones(
  at: string,
  zone: string,
  {
    zones,
    locale,
    words,
    style = 'full',
  }: { zones: Zones; locale: Locale; words: Words; style?: InstantStyle },
): { there: string; elsewhere: string } {
  const label = zone === zones.headquarters ? words('headquarters') : words('of', { place: placeOf(zone) });
  const shown = formatInZones(
    at,
    [
      { id: zone, label },
      { id: zones.person, label: words('capital') },
      { id: 'UTC', label: 'UTC' },
    ],
    { locale, style },
  );
  const [there = '', ...others] = shown.split(' · ');
  return { there, elsewhere: others.join(', ') };
}

/** The place an IANA zone is called by: `Europe/Lisbon` is Lisbon. */
const placeOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
