import { z } from 'zod';
import { commandId, instant, languageTag, text, uuid } from '../../schemas.ts';
import { partKey, questionAnswer } from '../bank/body.ts';

/** The key of a question within its attempt. */
export const answerKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'errors.key' })
  .max(100);

/** How sure the learner is: a guess, fairly, certain. */
export const certainty = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** How a quiz is taken. */
export const quizSettings = z.strictObject({
  passMark: z.int().min(0).max(100),
  maxAttempts: z.int().min(1).max(100).nullable(),
  minutes: z.int().min(1).max(600).nullable().default(null),
  shuffle: z.boolean(),
  delayHours: z.number().min(0).max(8_760).optional(),
  opensAt: instant.nullish(),
  closesAt: instant.nullish(),
  feedback: z.enum(['deferred', 'immediate']).optional(),
  certainty: z.boolean().optional(),
  showRight: z.enum(['always', 'atEnd', 'never']).optional(),
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
  answer: questionAnswer,
  certainty: certainty.nullable().default(null),
  /** How long the question was in view so far. */
  milliseconds: z.int().min(0).max(86_400_000).optional(),
});

/** Asks at once whether the answer that stands is right: it is fixed from then on. */
export const checkInput = z.strictObject({ commandId, attemptId: uuid, questionKey: answerKey });

export const submitInput = z.strictObject({ commandId, attemptId: uuid });

export const resultInput = z.strictObject({ attemptId: uuid, language: languageTag.optional() });

/** Which quiz, for the staff of its course. */
export const quizInput = z.strictObject({ activityId: uuid });

/** Answers to mark: those that wait, or marked ones too; of all questions that need a person, or of one. */
export const markingInput = z.strictObject({
  activityId: uuid,
  questionId: uuid.optional(),
  marked: z.boolean().default(false),
  /** The attempt after which the list goes on. */
  after: uuid.optional(),
  language: languageTag.optional(),
});

/** A judgement over one answer. `seen` is when it was last marked, as the marker saw it. */
export const markInput = z.strictObject({
  commandId,
  attemptId: uuid,
  questionKey: answerKey,
  points: z.number({ error: 'errors.number' }).min(0).max(1_000),
  comment: text({ max: 5_000 }).default(''),
  seen: instant.nullable(),
});

/** More time, more attempts or a later close for one person at one quiz. Nothing more takes it back. */
export const extendInput = z.strictObject({
  commandId,
  enrolmentId: uuid,
  activityId: uuid,
  extraMinutes: z.int().min(0).max(600).default(0),
  extraAttempts: z.int().min(0).max(20).default(0),
  closesAt: instant.nullable().default(null),
  reason: text({ min: 1, max: 500 }),
});

export const peopleInput = z.strictObject({ activityId: uuid, after: uuid.optional() });

export const analysisInput = z.union([
  z.strictObject({ activityId: uuid }),
  z.strictObject({ questionId: uuid }),
]);

/** A part of a question, as answers name it. */
export { partKey };

export type StateInput = z.output<typeof stateInput>;
export type StartInput = z.output<typeof startInput>;
export type SaveInput = z.output<typeof saveInput>;
export type CheckInput = z.output<typeof checkInput>;
export type SubmitInput = z.output<typeof submitInput>;
export type ResultInput = z.output<typeof resultInput>;
export type QuizInput = z.output<typeof quizInput>;
export type MarkingInput = z.output<typeof markingInput>;
export type MarkInput = z.output<typeof markInput>;
export type ExtendInput = z.output<typeof extendInput>;
export type PeopleInput = z.output<typeof peopleInput>;
export type AnalysisInput = z.output<typeof analysisInput>;

export type Answer = z.infer<typeof questionAnswer>;
export type QuizSettings = z.infer<typeof quizSettings>;
