'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { localeNames, locales } from '#i18n/locales.ts';
import { rememberLocale } from './remember.ts';

/** The other languages, each under its own name, for a reader who is not signed in. */
export function LanguageSwitch() {
  const router = useRouter();
  const current = useLocale();
  return locales
    .filter((locale) => locale !== current)
    .map((locale) => (
      <button
        key={locale}
        type="button"
        lang={locale}
        onClick={() => {
          rememberLocale(locale);
          router.refresh();
        }}
        className="rounded-md px-2 py-1 font-semibold text-accent hover:underline"
      >
        {localeNames[locale]}
      </button>
    ));
}
