import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { markingInput } from '../threads/schemas.ts';
import { amendmentContent, MOST_PARAGRAPHS, paragraph } from './schemas.ts';

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

/** The same as what an action of a lesson becomes. */
export const followTextInput = createTextInput.extend({ actionId: uuid });

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

/** A version the chair is writing, as it is typed. */
export const versionDraft = z.strictObject({
  base: z.int().min(0).max(10_000),
  rows: z
    .array(z.strictObject({ id: uuid, kind: paragraph.shape.kind, typed: text({ max: 40_000 }) }))
    .max(MOST_PARAGRAPHS),
  note: text({ max: 4_000 }),
  /** Codes of the nations that keep an option, by the paragraph and the option's words. */
  kept: z
    .array(z.strictObject({ rowId: uuid, option: text({ max: 20_000 }), codes: singleLine({ max: 400 }) }))
    .max(500),
  takesIn: z.array(uuid).max(1_000),
});
export type VersionDraft = z.infer<typeof versionDraft>;

/** Keeps what the chair has typed, or gives it up. */
export const saveVersionDraftInput = z.strictObject({
  commandId,
  textId: uuid,
  draft: versionDraft.nullable(),
});

/** An amendment to the newest version. A deletion has no words; without a marking it has the text's. */
export const tableInput = z.strictObject({
  commandId,
  textId: uuid,
  /** The number of the version it was written for. */
  base: number,
  kind: z.enum(['replace', 'insert', 'delete']),
  /** The paragraph it is about, or that it comes after; none puts it at the beginning. */
  paragraphId: uuid.nullable(),
  words: amendmentContent.shape.words,
  reason: text({ min: 1, max: 4_000 }),
  marking: markingInput.optional(),
});

/** The amendments to a text, or to one of its paragraphs. */
export const amendmentsInput = z.strictObject({ textId: uuid, paragraphId: uuid.optional() });

/** One amendment by its id. */
export const amendmentInput = z.strictObject({ commandId, amendmentId: uuid });

/** What the chair makes of an amendment, and why. */
export const decideInput = z.strictObject({
  commandId,
  amendmentId: uuid,
  outcome: z.enum(['accepted', 'merged', 'rejected']),
  reason: text({ max: 4_000 }),
});

/** An option of a bracket that a nation keeps in the text, or lets go of. */
export const holdInput = z.strictObject({ commandId, textId: uuid, bracketId: uuid, optionId: uuid });

/** Where the chair sees a paragraph stand. */
export const standingInput = z.strictObject({
  commandId,
  textId: uuid,
  paragraphId: uuid,
  standing: z.enum(['open', 'adReferendum', 'agreed']),
});
