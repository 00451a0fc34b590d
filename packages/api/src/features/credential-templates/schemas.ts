import { z } from 'zod';
import { commandId, singleLine, uuid } from '../../schemas.ts';
import { ACCENTS, MARKS, NAMED } from './rules.ts';

const both = (max: number) =>
  z.strictObject({ en: singleLine({ min: 1, max }), fr: singleLine({ min: 1, max }) });
const maybe = (max: number) => z.strictObject({ en: singleLine({ max }), fr: singleLine({ max }) });

const isWritten = ({ en, fr }: { en: string; fr: string }) => (en.trim() === '') === (fr.trim() === '');

/** What a version says. Whoever signs has a name and, in both languages, an office. */
export const templateBody = z.strictObject({
  titles: both(80),
  wording: both(160),
  closing: maybe(300).refine(isWritten, { error: 'errors.credentialTemplates.bothLanguages' }),
  signatory: z.strictObject({ name: singleLine({ min: 1, max: 120 }), roles: both(120) }).nullable(),
  accent: z.enum(ACCENTS),
  mark: z.enum(MARKS),
  names: z.array(z.enum(NAMED)).max(NAMED.length),
});

const fields = {
  name: singleLine({ min: 1, max: 120 }),
  validityMonths: z.int().min(1).max(600).nullable(),
  body: templateBody,
};

export const makeInput = z.strictObject({ commandId, ...fields });
export const changeInput = z.strictObject({
  commandId,
  templateId: uuid,
  revision: z.int().min(1),
  ...fields,
});
export const endInput = z.strictObject({ commandId, templateId: uuid, revision: z.int().min(1) });
export const byIdInput = z.strictObject({ templateId: uuid });

export type TemplateFields = Omit<z.output<typeof makeInput>, 'commandId'>;
