import { z } from 'zod';
import { languageTag, singleLine, text } from '../../../schemas.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'errors.key' })
  .max(80);
const line = singleLine({ min: 1, max: 300 });
const byLanguage = <Value extends z.ZodType>(value: Value) => z.record(languageTag, value);

/** An activity as `course.json` names it; its page or quiz lies in a file of the same key. */
const activityFile = z.strictObject({
  key,
  kind: z.enum(['page', 'quiz']),
  minutes: z.int().min(1).max(600),
  title: byLanguage(line),
});

/** Where a course came from; a sentence will do. */
const attribution = z.union([
  text({ min: 1, max: 4000 }).transform((note) => ({
    title: '',
    author: '',
    url: '',
    licenceUrl: undefined,
    note,
  })),
  z.strictObject({
    title: line,
    author: line,
    url: z
      .string()
      .regex(/^(?:https?:\/\/|$)/, { error: 'errors.link' })
      .max(2000),
    licenceUrl: z.url({ protocol: /^https?$/, error: 'errors.link' }).optional(),
    note: text({ max: 4000 }).default(''),
  }),
]);

/** `course.json` of our own course folder. */
export const courseFile = z.strictObject({
  slug: key,
  sourceLanguage: languageTag,
  languages: z.array(languageTag).min(1).max(40),
  category: key,
  minutes: z.int().min(1).max(6000),
  validityMonths: z.int().min(1).max(120).nullable().default(null),
  licence: singleLine({ min: 1, max: 100 }),
  attribution: attribution.nullable().default(null),
  title: byLanguage(line),
  summary: byLanguage(text({ min: 1, max: 2000 })),
  audience: byLanguage(text({ max: 2000 })).default({}),
  objectives: byLanguage(z.array(text({ min: 1, max: 500 })).max(20)).default({}),
  description: byLanguage(text({ max: 20_000 })).default({}),
  units: z
    .array(
      z.strictObject({ key, title: byLanguage(line), activities: z.array(activityFile).min(1).max(200) }),
    )
    .min(1)
    .max(200),
});

const choice = z.strictObject({
  key,
  correct: z.boolean(),
  text: byLanguage(text({ min: 1, max: 2000 })),
  feedback: byLanguage(text({ max: 4000 })).default({}),
});

const question = z.strictObject({
  key,
  kind: z.enum(['single', 'multiple', 'trueFalse', 'shortAnswer']),
  points: z.int().min(1).max(100).default(1),
  prompt: byLanguage(text({ min: 1, max: 10_000 })),
  choices: z.array(choice).max(20).default([]),
  accepted: byLanguage(z.array(text({ min: 1, max: 300 })).max(50)).default({}),
  explanation: byLanguage(text({ max: 10_000 })).default({}),
});

/** `quiz/<key>.json` of our own course folder. */
export const quizFile = z.strictObject({
  passMark: z.int().min(0).max(100),
  maxAttempts: z.int().min(1).max(100).nullable().default(null),
  shuffle: z.boolean().default(true),
  questions: z.array(question).min(1).max(300),
});

export type CourseFile = z.infer<typeof courseFile>;
export type QuizFile = z.infer<typeof quizFile>;
