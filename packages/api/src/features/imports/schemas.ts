import { z } from 'zod';
import { commandId, singleLine, uuid } from '../../schemas.ts';

/** Five megabytes as base64. */
const MOST_CHARACTERS = Math.ceil(5_000_000 / 3) * 4;

export const prepareInput = z.strictObject({
  commandId,
  fileName: singleLine({ min: 1, max: 255 }),
  content: z
    .string()
    .max(MOST_CHARACTERS, { error: 'errors.imports.tooLarge' })
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'errors.field.invalid' }),
  cohortId: uuid.nullable().default(null),
});

export const importInput = z.strictObject({ importId: uuid });

export const importCommand = z.strictObject({ commandId, importId: uuid });
