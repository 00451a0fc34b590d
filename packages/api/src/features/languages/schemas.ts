import { languageLevels } from '@concord/db/enums';
import { z } from 'zod';
import { commandId } from '../../schemas.ts';

/** The languages people of an alliance work in (ISO 639-1). */
export const workingLanguages = [
  ...['ar', 'bg', 'bs', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'hy'],
  ...['is', 'it', 'ja', 'ka', 'ko', 'lb', 'lt', 'lv', 'mk', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk'],
  ...['sl', 'sq', 'sr', 'sv', 'tr', 'uk'],
] as const;

export const workingLanguage = z.enum(workingLanguages);

/** All languages of a person at once: those left out are no longer stated. */
export const stateLanguagesInput = z.strictObject({
  commandId,
  languages: z
    .array(z.strictObject({ language: workingLanguage, level: z.enum(languageLevels) }))
    .max(workingLanguages.length)
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length, {
      error: 'errors.languages.twice',
    }),
});
export type StatedLanguages = z.output<typeof stateLanguagesInput>['languages'];
