import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import en from '#messages/en.json' with { type: 'json' };
import fr from '#messages/fr.json' with { type: 'json' };
import {
  formatBytes,
  formatDate,
  formatDayDistance,
  formatInstant,
  formatInZones,
  formatPercent,
  formatTimeLeft,
  type TimeWords,
} from './format.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The zone keeps to the line of its clock; the tables below are written with plain spaces. */
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('an instant', () => {
  const hq = { id: 'Europe/Brussels', label: 'HQ' };
  it.each([
    ['2026-11-24T08:12:00Z', 'full', 'en', 'Tuesday 24 November 2026, 09:12 HQ'],
    ['2026-11-24T08:12:00Z', 'full', 'fr', 'mardi 24 novembre 2026, 09:12 HQ'],
    ['2026-12-01T08:12:00Z', 'full', 'fr', 'mardi 1er décembre 2026, 09:12 HQ'],
    ['2026-11-25T11:00:00Z', 'short', 'en', 'Wed 25 Nov, 12:00 HQ'],
    ['2026-11-25T11:00:00Z', 'short', 'fr', 'mer. 25 nov., 12:00 HQ'],
    ['2026-11-25T11:00:00Z', 'medium', 'en', '25 Nov 2026, 12:00 HQ'],
    ['2026-11-24T23:00:00Z', 'time', 'en', '00:00 HQ'],
    // The clock goes back: the same face twice, an hour apart; and forward: one face is skipped.
    ['2026-10-25T00:30:00Z', 'short', 'en', 'Sun 25 Oct, 02:30 HQ'],
    ['2026-10-25T01:30:00Z', 'short', 'en', 'Sun 25 Oct, 02:30 HQ'],
    ['2027-03-28T00:59:00Z', 'short', 'en', 'Sun 28 Mar, 01:59 HQ'],
    ['2027-03-28T01:00:00Z', 'short', 'en', 'Sun 28 Mar, 03:00 HQ'],
  ] as const)('%s as %s in %s', (instant, style, locale, words) => {
    expect(plain(formatInstant(instant, { zone: hq, locale, style }))).toBe(words);
  });

  it('names a zone that has no words of its own, by season', () => {
    const at = (instant: string, zone: string) =>
      plain(formatInstant(instant, { zone, locale: 'en', style: 'time' }));
    expect(at('2026-10-25T00:30:00Z', 'Europe/Brussels')).toBe('02:30 CEST');
    expect(at('2026-10-25T01:30:00Z', 'Europe/Brussels')).toBe('02:30 CET');
    expect(at('2026-11-24T08:12:00Z', 'UTC')).toBe('08:12 UTC');
  });
});

describe('an instant in several zones', () => {
  const headquarters = { id: 'Europe/Brussels', label: 'at headquarters' };
  const capital = (id: string) => ({ id, label: 'in your capital' });
  const options = { locale: 'en', style: 'full' } as const;

  it('says the day once when both are on it', () => {
    expect(
      plain(formatInZones('2026-11-24T08:12:00Z', [headquarters, capital('Europe/Tallinn')], options)),
    ).toBe('Tuesday 24 November 2026, 09:12 at headquarters · 10:12 in your capital');
  });

  it('says both days when they differ', () => {
    expect(
      plain(formatInZones('2026-11-24T22:30:00Z', [headquarters, capital('Europe/Tallinn')], options)),
    ).toBe('Tuesday 24 November 2026, 23:30 at headquarters · Wed 25 Nov, 00:30 in your capital');
  });

  it('says one clock where both show the same', () => {
    expect(
      plain(formatInZones('2026-11-24T08:12:00Z', [headquarters, capital('Europe/Paris')], options)),
    ).toBe('Tuesday 24 November 2026, 09:12 at headquarters');
  });
});

describe('a date', () => {
  it.each([
    ['2028-03-03', 'medium', 'en', '3 Mar 2028'],
    ['2028-03-03', 'medium', 'fr', '3 mars 2028'],
    ['2026-11-30', 'short', 'en', 'Mon 30 Nov'],
    ['2026-11-24', 'day', 'en', '24 Nov'],
    ['2026-01-01', 'long', 'fr', '1er janvier 2026'],
  ] as const)('%s as %s in %s', (date, style, locale, words) => {
    expect(formatDate(date, { locale, style })).toBe(words);
  });

  it('takes an instant in the zone given', () => {
    const options = { locale: 'en', style: 'short' } as const;
    expect(formatDate('2026-11-29T23:30:00Z', { ...options, zone: 'Europe/Brussels' })).toBe('Mon 30 Nov');
    expect(formatDate('2026-11-29T23:30:00Z', options)).toBe('Sun 29 Nov');
  });
});

describe('the day of an instant from now', () => {
  const now = new Date('2026-10-24T22:30:00Z');
  it.each([
    ['2026-10-24T23:30:00Z', 'today'],
    ['2026-10-25T23:30:00Z', 'tomorrow'],
    ['2026-10-24T21:00:00Z', 'yesterday'],
    ['2026-10-31T12:00:00Z', 'in 6 days'],
  ])('%s is %s, over a change of the clock', (instant, words) => {
    expect(formatDayDistance(instant, now, { zone: 'Europe/Brussels', locale: 'en' })).toBe(words);
  });

  it('speaks French', () => {
    expect(formatDayDistance('2026-10-31T12:00:00Z', now, { zone: 'Europe/Brussels', locale: 'fr' })).toMatch(
      /^dans 6\sjours$/,
    );
  });
});

describe('time left', () => {
  const words = {
    en: createTranslator({ locale: 'en', messages: en, namespace: 'time' }) as unknown as TimeWords,
    fr: createTranslator({ locale: 'fr', messages: fr, namespace: 'time' }) as unknown as TimeWords,
  };
  it.each([
    [30_000, 'under a minute', 'moins d’une minute'],
    [48 * 60_000, '48 min', '48 min'],
    [7 * HOUR + 48 * 60_000, '7 h 48 min', '7 h 48 min'],
    [7 * HOUR, '7 h', '7 h'],
    [DAY + 2 * HOUR, '1 day 2 h', '1 jour 2 h'],
    [DAY + 60_000, '1 day', '1 jour'],
    [2 * DAY - 1, '1 day 23 h', '1 jour 23 h'],
    [6 * DAY + 5 * HOUR, '6 days', '6 jours'],
    [-3 * DAY, '3 days late', '3 jours de retard'],
  ])('%d ms', (left, english, french) => {
    expect(formatTimeLeft(left, words.en)).toBe(english);
    expect(formatTimeLeft(left, words.fr)).toBe(french);
  });
});

describe('numbers', () => {
  it('calls only what is complete 100%', () => {
    expect(formatPercent(0.999, 'en')).toBe('99%');
    expect(formatPercent(1, 'en')).toBe('100%');
  });

  it('says the size of a file in the unit that suits it', () => {
    expect(formatBytes(512, 'en')).toBe('512 byte');
    expect(formatBytes(1_500_000, 'en')).toBe('1.5 MB');
  });
});
