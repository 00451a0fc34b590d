import { formatInstant, formatInZones } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';

type Span = { startsAt: string; endsAt: string };

/** When a meeting is, in its body's zone: "Wed 3 Dec, 10:00 – 12:30 CET". A longer one names both days. */
export function spanWords({ startsAt, endsAt }: Span, zone: string, locale: Locale): string {
  const sameDay =
    formatInstant(startsAt, { zone, locale, style: 'full' }).replace(/\d\d:\d\d.*/, '') ===
    formatInstant(endsAt, { zone, locale, style: 'full' }).replace(/\d\d:\d\d.*/, '');
  const start = formatInstant(startsAt, { zone: { id: zone, label: '' }, locale, style: 'medium' }).trim();
  return `${start} – ${formatInstant(endsAt, { zone, locale, style: sameDay ? 'time' : 'medium' })}`;
}

/** Its beginning in the reader's own zone, where the clock differs there; empty where it does not. */
export function ownStart(
  startsAt: string,
  zones: { body: string; person: string },
  label: string,
  locale: Locale,
) {
  const all = formatInZones(startsAt, [{ id: zones.body }, { id: zones.person, label }], {
    locale,
    style: 'short',
  });
  return all.split(' · ')[1] ?? '';
}
