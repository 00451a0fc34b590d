import type { Locale } from '#i18n/locales.ts';

type Titles = Readonly<Record<string, string>>;

/** The language a course's title is shown in: the reader's, else English, else any. */
export function titleLanguage(titles: Titles, locale: Locale): string | undefined {
  return [locale, 'en', ...Object.keys(titles)].find((language) => Object.hasOwn(titles, language));
}

/** A course's title for a reader. */
export function titleFor(titles: Titles, locale: Locale): string {
  return titles[titleLanguage(titles, locale) ?? ''] ?? '';
}
