import { workingLanguages } from '@concord/api/features/languages/rules';
import { useLocale } from 'next-intl';
import { languageNameIn } from '#i18n/language-name.ts';
import type { Locale } from '#i18n/locales.ts';

/** The languages people work in, to choose from, by their names in the reader's language. */
export function LanguageOptions() {
  const locale = useLocale() as Locale;
  return workingLanguages
    .map((code) => ({ code, name: languageNameIn(locale, code) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale))
    .map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
}
