/** The languages of the portal's own words. */
export const locales = ['en', 'fr'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en';

export const localeCookie = 'concord-locale';

/** Each language under its own name, so that it is found by those who need it. */
export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français' };

/** The value as a language of the portal, or undefined when it is none. */
export function asLocale(value: string | null | undefined): Locale | undefined {
  return locales.find((locale) => locale === value);
}

/** The best of our languages for an Accept-Language header. */
export function negotiateLocale(header: string | null | undefined): Locale {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { language: tag.split('-')[0], weight: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const wish of wishes) {
    const locale = asLocale(wish.language);
    if (locale) return locale;
  }
  return defaultLocale;
}

/** A name that the database holds in both languages. */
export type Bilingual = Record<Locale, string>;
