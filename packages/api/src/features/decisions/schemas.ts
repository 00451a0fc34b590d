import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';

/** How a decision came about. */
export const procedures = ['silence', 'meeting'] as const;

/** How a later text stands to an earlier decision. */
export const relations = ['corrects', 'replaces', 'follows'] as const;

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

const recorded = { commandId, decisionId: uuid };

/** What a body agreed in a meeting: the newest version of a text, where and on which day. */
export const adoptInput = z.strictObject({
  commandId,
  textId: uuid,
  versionId: uuid,
  /** The day of the meeting, as the body counts days. */
  heldOn: z.iso.date({ error: 'errors.decisions.day' }),
  place: singleLine({ max: 200 }),
  note: text({ max: 2_000 }),
  /** Gaps in brackets stay as they are. */
  letGaps: z.boolean(),
});

/** Something to do after a decision, by a nation's delegation or by a person, with a day or without. */
export const addActionInput = z.strictObject({
  ...recorded,
  what: text({ min: 1, max: 1_000 }),
  owner: z
    .string()
    .regex(/^(party|person):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: 'errors.decisions.owner' }),
  dueOn: z.iso.date({ error: 'errors.decisions.day' }).nullable(),
});

/** An action that is done. */
export const finishActionInput = z.strictObject({ commandId, actionId: uuid });

/** A new text that corrects, replaces or follows a decision. */
export const followInput = z.strictObject({
  ...recorded,
  relation: z.enum(relations),
  title: singleLine({ min: 1, max: 200 }),
});

/** A reference taken back. */
export const unreferInput = z.strictObject({ ...recorded, textId: uuid });

/** A decision published, or no longer. */
export const publishInput = z.strictObject(recorded);
