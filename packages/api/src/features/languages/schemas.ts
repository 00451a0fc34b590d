import { languageLevels } from '@concord/db/enums';
import { z } from 'zod';
import { commandId } from '../../schemas.ts';
import { workingLanguages } from './rules.ts';

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
