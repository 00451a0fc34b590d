import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { key } from '../courses/schemas.ts';

/** The longest first text of a question. */
export const LONGEST_QUESTION = 20_000;

/** A question under an activity of a course. */
export const askInput = z.strictObject({
  commandId,
  course: key,
  activity: key,
  title: singleLine({ min: 3, max: 200 }),
  text: text({ min: 1, max: LONGEST_QUESTION }),
});

/** The questions of a course, or of one of its activities; `before` is the last one already shown. */
export const questionsInput = z.strictObject({
  course: key,
  activity: key.optional(),
  answered: z.boolean().optional(),
  before: uuid.optional(),
});

/** Calls a question answered, or says that it is not. */
export const answeredInput = z.strictObject({ commandId, threadId: uuid, answered: z.boolean() });

export type AskInput = z.output<typeof askInput>;
export type QuestionsInput = z.output<typeof questionsInput>;
export type AnsweredInput = z.output<typeof answeredInput>;
