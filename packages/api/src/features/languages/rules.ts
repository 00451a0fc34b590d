import { type LanguageLevel, languageLevels } from '@concord/db/enums';

/** The languages people of an alliance work in (ISO 639-1). */
export const workingLanguages = [
  ...['ar', 'bg', 'bs', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'hy'],
  ...['is', 'it', 'ja', 'ka', 'ko', 'lb', 'lt', 'lv', 'mk', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk'],
  ...['sl', 'sq', 'sr', 'sv', 'tr', 'uk'],
] as const;

/** The steps of the scale, for forms. */
export const levelsOfLanguage = languageLevels;

/** Whether somebody who works in a language at one level does so at another. */
export function reaches(stated: LanguageLevel | null, wanted: LanguageLevel): boolean {
  return stated !== null && languageLevels.indexOf(stated) >= languageLevels.indexOf(wanted);
}
