import { formatInstant, type InstantStyle, type Zone } from './format.ts';
import type { Locale } from './locales.ts';

const NBSP = '\u00a0';

/**
 * A stretch of time on the clocks of several zones, the one that counts first; a zone whose clocks show the same is left
 * out: "Tue 6 May 2031, 09:00–10:30 in Lisbon · 10:00–11:30 in your capital".
 */
export function formatSpan(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  zones: readonly Zone[],
  locale: Locale,
): string {
  const face = (at: string, { id }: Zone, style: InstantStyle) =>
    formatInstant(at, { zone: { id, label: '' }, locale, style }).trim();
  const [first, ...others] = zones;
  if (!first) return '';
  const day = (at: string, zone: Zone) => face(at, zone, 'short').replace(face(at, zone, 'time'), '');
  const span = (zone: Zone, style: InstantStyle) => {
    const end = face(endsAt, zone, day(endsAt, zone) === day(startsAt, zone) ? 'time' : 'short');
    return `${face(startsAt, zone, style)}–${end}${NBSP}${zone.label ?? zone.id}`;
  };
  const shown = others.filter((zone) => face(startsAt, zone, 'short') !== face(startsAt, first, 'short'));
  return [
    span(first, 'full'),
    ...shown.map((zone) => span(zone, day(startsAt, zone) === day(startsAt, first) ? 'time' : 'short')),
  ].join(' · ');
}

/** Looks up the words that name zones; a translator of `time` is one. */
type Words = (key: 'atHeadquarters' | 'inYourCapital' | 'inPlace', values?: { place: string }) => string;

/** The zone something happens in, and the reader's own, each with its words. */
export function zonesFor(
  zone: string,
  { headquarters, person }: { headquarters: string; person: string },
  words: Words,
): Zone[] {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const named = zone === 'UTC' ? 'UTC' : words('inPlace', { place });
  const there = zone === headquarters ? words('atHeadquarters') : named;
  return [
    { id: zone, label: there },
    { id: person, label: words('inYourCapital') },
  ];
}
