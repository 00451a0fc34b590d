import { z } from 'zod';
import { languageTag, singleLine } from '../../schemas.ts';
import { questionBody } from './body.ts';
import { difficulties } from './rules.ts';

/** One question in a file of our own. */
const fileQuestion = z.strictObject({
  /** Names the question in its file for ever: the same file again updates it. */
  key: singleLine({ min: 1, max: 500 }),
  name: singleLine({ min: 1, max: 200 }),
  /** Categories from the top down, below the one it is imported into. */
  category: z.array(singleLine({ min: 1, max: 120 })).max(20),
  tags: z.array(singleLine({ min: 1, max: 60 })).max(20),
  difficulty: z.enum(difficulties),
  sourceLanguage: languageTag,
  /** What it asks and what is right; pictures are named by their `fileId`. */
  body: questionBody,
});

/** The file of questions that Concord writes and reads: docs/formats/questions.md describes it. */
export const questionFile = z.strictObject({
  format: z.literal('concord-questions'),
  version: z.literal(1),
  questions: z.array(fileQuestion).max(5_000),
  pictures: z
    .array(z.strictObject({ fileId: z.guid(), name: singleLine({ min: 1, max: 255 }), base64: z.base64() }))
    .default([]),
});

export type QuestionFile = z.output<typeof questionFile>;
