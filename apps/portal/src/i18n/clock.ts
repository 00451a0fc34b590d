import { getLocale, getTranslations } from 'next-intl/server';
import { cache, use } from 'react';
import { shellIfAny } from '#trpc/shell.ts';
import {
  type DateStyle,
  formatDate,
  formatDayDistance,
  formatInstant,
  formatInZones,
  formatTimeLeft,
  type InstantStyle,
  type TimeWords,
  type Zone,
} from './format.ts';

/**
 * Time as this reader sees it, for server components: their language, the headquarters' zone and their own.
 * `now` is the database's clock, read once for the page.
 */
export const getClock = cache(async () => {
  const [locale, t, shell] = await Promise.all([getLocale(), getTranslations('time'), shellIfAny()]);
  const words = t as unknown as TimeWords;
  const now = new Date(shell?.now ?? Date.now());
  const headquarters = shell?.zones.headquarters ?? 'UTC';
  const person = shell?.zones.person ?? headquarters;
  const long: Zone[] = [
    { id: headquarters, label: t('atHeadquarters') },
    { id: person, label: t('inYourCapital') },
  ];
  return {
    locale,
    now,
    zones: { headquarters, person },
    /** An instant at headquarters: "Wed 25 Nov, 12:00 HQ". */
    at: (instant: string | Date, style: InstantStyle = 'short') =>
      formatInstant(instant, { zone: { id: headquarters, label: t('headquarters') }, locale, style }),
    /** An instant at headquarters and, where the clock differs, in the reader's own zone. */
    inBothZones: (instant: string | Date, style: InstantStyle = 'full') =>
      formatInZones(instant, long, { locale, style }),
    date: (date: string | Date, style: DateStyle = 'medium') =>
      formatDate(date, { zone: headquarters, locale, style }),
    /** An instant in a sentence, at headquarters: "today 17:00 HQ", "Wed 25 Nov, 12:00 HQ". */
    due: (instant: string | Date) => {
      const zone = { id: headquarters, label: t('headquarters') };
      const today =
        formatDate(instant, { zone, locale, style: 'full' }) ===
        formatDate(now, { zone, locale, style: 'full' });
      const words = formatInstant(instant, { zone, locale, style: today ? 'time' : 'short' });
      return today ? `${formatDayDistance(instant, now, { zone: headquarters, locale })} ${words}` : words;
    },
    /** "7 h 48 min", "6 days", "2 days late". */
    left: (until: string | Date) => formatTimeLeft(new Date(until).getTime() - now.getTime(), words),
  };
});

export type Clock = Awaited<ReturnType<typeof getClock>>;

/** The same inside a component, which need not wait for it: the frame around it has. */
export function useClock(): Clock {
  return use(getClock());
}
