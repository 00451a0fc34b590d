import { z } from 'zod';
import { commandId, languageTag, text, uuid } from '../../schemas.ts';

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

/** Which quiz of which path, in which language. */
export const stateInput = z.strictObject({
  enrolmentId: uuid,
  activityId: uuid,
  language: languageTag.optional(),
});

export const startInput = z.strictObject({ commandId, enrolmentId: uuid, activityId: uuid });

/** An answer as it is given. Of two for one question, the higher sequence stands: no command id is needed. */
export const saveInput = z.strictObject({
  attemptId: uuid,
  questionKey: answerKey,
  sequence: z.int().min(1).max(2_147_483_647),
  answer,
});

export const submitInput = z.strictObject({ commandId, attemptId: uuid });

export const resultInput = z.strictObject({ attemptId: uuid, language: languageTag.optional() });

export type StateInput = z.output<typeof stateInput>;
export type StartInput = z.output<typeof startInput>;
export type SaveInput = z.output<typeof saveInput>;
export type SubmitInput = z.output<typeof submitInput>;
export type ResultInput = z.output<typeof resultInput>;

export type QuestionKind = z.infer<typeof questionKind>;
export type Answer = z.infer<typeof answer>;
export type Answers = z.infer<typeof answers>;
export type QuizSettings = z.infer<typeof quizSettings>;
