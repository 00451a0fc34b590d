import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type Entry, spanOf, summaryOf, words } from './rules.ts';
import { vtimezone } from './vtimezone.ts';

type Setting = { locale: 'en' | 'fr'; zone: string; now: Date; portal: URL };

/** The entries as one iCalendar file (RFC 5545), each in its own zone, with those zones' clocks. */
export function icsOf(entries: readonly Entry[], { locale, zone, now, portal }: Setting): string {
  const { from, until } = spanOf(entries, now);
  const calendar = ical({
    name: words[locale].name,
    prodId: { company: 'Concord', product: 'Concord', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: zone, generator: (wanted) => vtimezone(wanted, from, until) },
    ttl: 3600,
  });
  for (const entry of entries) {
    const url = new URL(entry.path, portal).href;
    calendar.createEvent({
      id: `${entry.uid}@${portal.hostname}`,
      stamp: now,
      start: new TZDate(entry.start, entry.zone),
      end: new TZDate(entry.end, entry.zone),
      timezone: entry.zone,
      summary: summaryOf(entry, locale),
      description: entry.details ? `${entry.details}\n\n${url}` : url,
      sequence: entry.sequence ?? 0,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : null,
      url,
      location: entry.place || null,
    });
  }
  return calendar.toString();
}
