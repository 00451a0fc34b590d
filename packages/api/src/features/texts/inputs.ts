import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { markingInput } from '../threads/schemas.ts';
import { MOST_PARAGRAPHS, paragraph } from './schemas.ts';

const number = z.int().min(1).max(10_000);

/** The texts of a body, the newest first. */
export const textsOfBodyInput = z.strictObject({
  bodyCode: singleLine({ min: 1, max: 40 }),
  before: uuid.optional(),
});

/** A text under consultation laid before a body; its words come with the versions the chair makes. */
export const createTextInput = z.strictObject({
  commandId,
  bodyCode: singleLine({ min: 1, max: 40 }),
  title: singleLine({ min: 1, max: 200 }),
  reference: singleLine({ max: 60 }),
  marking: markingInput,
  /** Whether a thread is opened in which it is talked about, under the same marking. */
  withThread: z.boolean(),
});

/** A text as one of its versions has it, beside an earlier one where the changes are asked for. */
export const roomInput = z.strictObject({
  textId: uuid,
  version: number.optional(),
  since: z.union([number, z.literal('previous')]).optional(),
});

/** Who asked that an option of a bracket stands in the text, as the chair writes it down. */
const kept = z.strictObject({
  bracketId: uuid,
  optionId: uuid,
  partyIds: z.array(uuid).min(1).max(100),
});

/** A new version made by the chair from the one it knows as the newest (0: there is none yet). */
export const makeVersionInput = z.strictObject({
  commandId,
  textId: uuid,
  base: z.int().min(0).max(10_000),
  paragraphs: z.array(paragraph).min(1).max(MOST_PARAGRAPHS),
  note: text({ max: 4_000 }),
  kept: z.array(kept).max(500),
  /** Accepted and merged amendments that it takes in. */
  takesIn: z.array(uuid).max(1_000),
});
