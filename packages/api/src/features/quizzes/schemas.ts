import { z } from 'zod';
import { text } from '../../schemas.ts';

/** The key of a question or a choice within its quiz. */
export const answerKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'errors.key' })
  .max(100);

export const questionKind = z.enum(['single', 'multiple', 'trueFalse', 'shortAnswer']);

/** One answer: the choices ticked, or the words typed. Empty means taken back. */
export const answer = z.union([
  z.strictObject({ choices: z.array(answerKey).max(20) }),
  z.strictObject({ text: text({ max: 500 }) }),
]);

/** Answers so far, by the key of their question. */
export const answers = z.record(answerKey, answer);

/** How a quiz is taken. */
export const quizSettings = z.strictObject({
  passMark: z.int().min(0).max(100),
  maxAttempts: z.int().min(1).max(100).nullable(),
  minutes: z.int().min(1).max(600).nullable().default(null),
  shuffle: z.boolean(),
});

export type QuestionKind = z.infer<typeof questionKind>;
export type Answer = z.infer<typeof answer>;
export type Answers = z.infer<typeof answers>;
export type QuizSettings = z.infer<typeof quizSettings>;
