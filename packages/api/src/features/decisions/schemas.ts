import { z } from 'zod';
import { singleLine, uuid } from '../../schemas.ts';

/** How a decision came about. */
export const procedures = ['silence', 'meeting'] as const;

/** A body's register: of one year, one procedure, with some words in the title; what came before one number. */
export const registerInput = z.strictObject({
  bodyCode: singleLine({ min: 1, max: 40 }),
  year: z.int().min(1900).max(9999).optional(),
  procedure: z.enum(procedures).optional(),
  words: singleLine({ max: 200 }).optional(),
  before: uuid.optional(),
});

/** One decision by its id. */
export const decisionInput = z.strictObject({ decisionId: uuid });

/** The decisions on a text. */
export const ofTextInput = z.strictObject({ textId: uuid });
