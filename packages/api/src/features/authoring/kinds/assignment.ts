import { z } from 'zod';
import { instant, languageTag, singleLine, text } from '../../../schemas.ts';
import type { KindOfActivity } from './kind.ts';

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const words = z.record(languageTag, singleLine({ max: 300 }));

/** A criterion of a rubric: the points it can earn, and what each of its levels means. */
export const criterion = z.strictObject({
  key: z.string().max(60).regex(KEY, { error: 'errors.key' }),
  titles: words,
  points: z.int().min(1).max(100),
  levels: z
    .array(
      z.strictObject({ points: z.int().min(0).max(100), words: z.record(languageTag, text({ max: 1000 })) }),
    )
    .max(10)
    .default([]),
});

/** How work is handed in and judged. Its instructions are the activity's text. */
export const assignmentSettings = z
  .strictObject({
    text: z.boolean(),
    files: z.boolean(),
    minWords: z.int().min(1).max(50_000).nullable(),
    maxWords: z.int().min(1).max(50_000).nullable(),
    rubric: z.array(criterion).max(20),
    /** Percent of the rubric's points. */
    passMark: z.int().min(0).max(100),
    dueAt: instant.nullable(),
    /** Days after enrolment, where no date is set for everybody. */
    dueDays: z.int().min(1).max(1000).nullable(),
    late: z.enum(['accept', 'refuse']),
    blind: z.boolean(),
    secondMarker: z.boolean(),
  })
  .refine(({ text: typed, files }) => typed || files, {
    path: ['text'],
    error: 'errors.assignments.nothingAsked',
  })
  .refine(({ minWords, maxWords }) => minWords === null || maxWords === null || minWords <= maxWords, {
    path: ['maxWords'],
    error: 'errors.assignments.wordsOrder',
  })
  .refine(({ rubric }) => new Set(rubric.map(({ key }) => key)).size === rubric.length, {
    path: ['rubric'],
    error: 'errors.assignments.criterionTwice',
  });

export type Criterion = z.output<typeof criterion>;
export type AssignmentSettings = z.output<typeof assignmentSettings>;

/** Work to hand in. */
export const assignment: KindOfActivity = {
  kind: 'assignment',
  settings: assignmentSettings,
  initial: {
    settings: {
      text: true,
      files: false,
      minWords: null,
      maxWords: null,
      rubric: [],
      passMark: 50,
      dueAt: null,
      dueDays: null,
      late: 'accept',
      blind: false,
      secondMarker: false,
    },
    quiz: null,
  },
  needsText: true,
  findings: ({ settings }) =>
    assignmentSettings.safeParse(settings).success ? [] : [{ severity: 'error', code: 'settingsMissing' }],
};
