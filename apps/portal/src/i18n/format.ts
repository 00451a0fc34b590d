import type { Locale } from './locales.ts';
import { namesOf, wallClock } from './zone-clock.ts';

/** A time zone by its IANA name, with the words that name it to the reader ("HQ", "in your capital"). */
export type Zone = { id: string; label?: string };

export type InstantStyle = 'full' | 'medium' | 'short' | 'time';
export type DateStyle = 'full' | 'long' | 'medium' | 'short' | 'day' | 'month';

type InstantOptions = { zone: Zone | string; locale: Locale; style: InstantStyle };
type DateOptions = { zone?: Zone | string; locale: Locale; style: DateStyle };

/** Looks up words of the `time` namespace; a translator of next-intl is one. */
export type TimeWords = (key: string, values?: Record<string, string | number>) => string;

const tags: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };
/** Keeps the zone on the line of its clock. */
const NBSP = '\u00a0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An instant in a zone, and the zone with it: "Wed 25 Nov, 12:00 HQ". */
export function formatInstant(instant: string | Date, options: InstantOptions): string {
  const zone = asZone(options.zone);
  const at = new Date(instant);
  return `${clockFace(at, zone.id, options)}${NBSP}${zone.label ?? zoneName(at, zone.id, options.locale)}`;
}

/** A clock with its seconds, for what happened just now: "09:14:07". */
export function formatSecond(instant: string | Date, options: { zone: string; locale: Locale }): string {
  const parts = pick(new Date(instant), options.zone, options.locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return `${parts.hour}:${parts.minute}:${parts.second}`;
}

/** One instant in several zones, the one that counts first: "…, 09:12 at headquarters · 10:12 in your capital". */
export function formatInZones(
  instant: string | Date,
  zones: readonly Zone[],
  options: Omit<InstantOptions, 'zone'>,
) {
  const at = new Date(instant);
  const [first, ...others] = zones;
  if (!first) return '';
  const day = dayIn(at, first.id);
  const rest = others
    .filter(
      (zone) =>
        clockFace(at, zone.id, { ...options, style: 'short' }) !==
        clockFace(at, first.id, { ...options, style: 'short' }),
    )
    .map((zone) =>
      formatInstant(at, {
        zone,
        locale: options.locale,
        style: dayIn(at, zone.id) === day ? 'time' : 'short',
      }),
    );
  return [formatInstant(at, { ...options, zone: first }), ...rest].join(' · ');
}

/** A calendar day; an instant is taken in the zone given (UTC without one), a plain date as it is written. */
export function formatDate(date: string | Date, options: DateOptions): string {
  const plain = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date);
  const at = new Date(plain ? `${date}T12:00:00Z` : date);
  const zone = plain ? 'UTC' : asZone(options.zone ?? 'UTC').id;
  return dateWords(at, zone, options.locale, options.style);
}

/** The day of an instant as seen from now: "today", "tomorrow", "in 6 days", "yesterday". */
export function formatDayDistance(
  instant: string | Date,
  now: Date,
  options: { zone: string; locale: Locale },
): string {
  const days = Math.round(
    (Date.parse(dayIn(new Date(instant), options.zone)) - Date.parse(dayIn(now, options.zone))) / DAY,
  );
  return relativeFormat(tags[options.locale]).format(days, 'day');
}

/** Time left in the words of a clock: "48 min", "7 h 48 min", "1 day 2 h", "6 days"; what is past says how late. */
export function formatTimeLeft(milliseconds: number, words: TimeWords): string {
  const span = duration(Math.abs(milliseconds), words);
  return milliseconds < 0 ? words('late', { span }) : span;
}

/** A length of time, counted down to whole minutes. */
export function duration(milliseconds: number, words: TimeWords): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor(milliseconds / HOUR);
  const minutes = Math.floor(milliseconds / MINUTE);
  if (days >= 2) return words('days', { days });
  if (days === 1) return words('dayHours', { days, hours: hours - 24 });
  if (hours >= 1) return words('hoursMinutes', { hours, minutes: minutes - hours * 60 });
  if (minutes >= 1) return words('minutes', { minutes });
  return words('underMinute');
}

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  return kept(numberFormats, key, () => new Intl.NumberFormat(tags[locale], options)).format(value);
}

/** A share between 0 and 1, rounded down so that only what is complete is called 100%. */
export function formatPercent(share: number, locale: Locale): string {
  return formatNumber(Math.floor(share * 100) / 100, locale, { style: 'percent', maximumFractionDigits: 0 });
}

/** The size of a file in the largest unit that leaves a number above one. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return formatNumber(bytes / 1000 ** power, locale, {
    style: 'unit',
    unit: units[power],
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}

export function formatList(items: readonly string[], locale: Locale): string {
  const make = () => new Intl.ListFormat(tags[locale], { type: 'conjunction' });
  return kept(listFormats, locale, make).format(items);
}

/** The instant a plain day begins or ends in a zone: what a date field means by "until 3 May". */
export function dayEdge(day: string, zone: string, edge: 'start' | 'end'): string {
  return instantAt(day, edge === 'start' ? '00:00' : '23:59', zone);
}

/** The instant at which a clock on the wall of a zone shows this: what a date and a time typed beside it mean. */
export function instantAt(day: string, clock: string, zone: string): string {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let at = wanted;
  for (let round = 0; round < 2; round += 1) at += wanted - wallClock(new Date(at), zone);
  return new Date(at).toISOString();
}

/** What a clock on the wall of a zone shows at an instant, as a time field wants it. */
export function clockOf(instant: string | Date, zone: string): string {
  return new Date(wallClock(new Date(instant), zone)).toISOString().slice(11, 16);
}

/** The day an instant falls on in a zone, as a date field wants it. */
export function dayOf(instant: string | Date, zone: string): string {
  return dayIn(new Date(instant), zone);
}

function clockFace(
  at: Date,
  zone: string,
  { locale, style }: { locale: Locale; style: InstantStyle },
): string {
  const shown = new Date(wallClock(at, zone));
  const clock = `${twoDigits(shown.getUTCHours())}:${twoDigits(shown.getUTCMinutes())}`;
  return style === 'time' ? clock : `${dateWords(at, zone, locale, style)}, ${clock}`;
}

function dateWords(at: Date, zone: string, locale: Locale, style: DateStyle): string {
  const shown = new Date(wallClock(at, zone));
  const names = namesOf(tags[locale], ['full', 'long', 'month'].includes(style) ? 'long' : 'short');
  if (style === 'month') return `${names.months[shown.getUTCMonth()]} ${shown.getUTCFullYear()}`;
  const number = shown.getUTCDate();
  const day = locale === 'fr' && number === 1 ? '1er' : String(number);
  const words = [day, names.months[shown.getUTCMonth()]];
  if (style === 'full' || style === 'short') words.unshift(names.weekdays[shown.getUTCDay()]);
  if (style !== 'short' && style !== 'day') words.push(String(shown.getUTCFullYear()));
  return words.join(' ');
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** The pieces of a date; we set them in order ourselves, since what stands between them differs by engine. */
function pick(at: Date, zone: string, locale: Locale, options: Intl.DateTimeFormatOptions): Parts {
  const parts: Parts = {};
  for (const part of dateFormat(tags[locale], zone, options).formatToParts(at)) parts[part.type] = part.value;
  return parts;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function zoneName(at: Date, zone: string, locale: Locale): string {
  return pick(at, zone, locale, { hour: '2-digit', timeZoneName: 'short' }).timeZoneName ?? zone;
}

function dayIn(at: Date, zone: string): string {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 10);
}

function asZone(zone: Zone | string): Zone {
  return typeof zone === 'string' ? { id: zone } : zone;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const listFormats = new Map<string, Intl.ListFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function dateFormat(tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  return kept(dateFormats, key, () => new Intl.DateTimeFormat(tag, { ...options, timeZone: zone }));
}

function relativeFormat(tag: string): Intl.RelativeTimeFormat {
  return kept(relativeFormats, tag, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
}

/** A formatter is dear to make and cheap to use. */
function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
