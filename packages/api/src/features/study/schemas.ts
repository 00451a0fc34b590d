import { z } from 'zod';
import { commandId, languageTag, text, uuid } from '../../schemas.ts';
import { key } from '../courses/schemas.ts';
import { AROUND, LONGEST_QUOTE } from './rules.ts';

/** The longest note. */
export const LONGEST_NOTE = 4000;

const note = text({ max: LONGEST_NOTE });

/** The words that were marked, with what stood around them. */
export const passage = z.strictObject({
  start: z.int().min(0).max(10_000_000),
  quote: text({ min: 1, max: LONGEST_QUOTE }),
  before: text({ max: AROUND }),
  after: text({ max: AROUND }),
});

/** A mark or a note on a page of a course; without a passage, a note on the page as a whole. */
export const addInput = z.strictObject({
  commandId,
  course: key,
  activity: key,
  language: languageTag,
  passage: passage.nullable(),
  note,
});
export const changeInput = z.strictObject({ commandId, noteId: uuid, revision: z.int().min(1), note });
export const removeInput = z.strictObject({ commandId, noteId: uuid });
export const ofActivityInput = z.strictObject({ course: key, activity: key });
export const ofCourseInput = z.strictObject({ course: key, after: uuid.optional() });

export type AddInput = z.output<typeof addInput>;
export type ChangeInput = z.output<typeof changeInput>;
