import { type LanguageLevel, languageLevels } from '@concord/db/enums';

/** The steps of the scale, for forms. */
export const levelsOfLanguage = languageLevels;

/** Whether somebody who works in a language at one level does so at another. */
export function reaches(stated: LanguageLevel | null, wanted: LanguageLevel): boolean {
  return stated !== null && languageLevels.indexOf(stated) >= languageLevels.indexOf(wanted);
}
