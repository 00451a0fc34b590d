import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';

const words = text({ min: 1, max: 8_000 });

/** A sheet of joining instructions: for everybody with a seat, or those of a role, of a team, or of both. */
export const sheetInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  sheetId: uuid.nullable(),
  /** The one the form was opened with; null for a new sheet. */
  revision: z.int().min(1).nullable(),
  roleId: uuid.nullable(),
  teamId: uuid.nullable(),
  place: singleLine({ max: 300 }),
  reportAt: instant.nullable(),
  contact: singleLine({ max: 300 }),
  textEn: words,
  textFr: words,
});

export const sheetCommand = z.strictObject({ commandId, sheetId: uuid });
export const sendInput = z.strictObject({ commandId, exerciseId: uuid });

export type SheetInput = Omit<z.output<typeof sheetInput>, 'commandId'>;
