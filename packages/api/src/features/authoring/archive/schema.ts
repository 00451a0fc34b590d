import { z } from 'zod';
import { languageTag, singleLine, text } from '../../../schemas.ts';
import { key } from '../../courses/schemas.ts';
import { assignmentSettings } from '../kinds/assignment.ts';
import { quizSettings } from '../kinds/quiz.ts';
import { sessionSettings } from '../kinds/session.ts';

const byLanguage = <Value extends z.ZodType>(value: Value) => z.record(languageTag, value);
const line = singleLine({ max: 300 });
/** A file in the archive, by its content: nothing in its path comes from a person. */
export const FILE_PATH = /files\/[0-9a-f]{32}/;
const filePath = z.string().regex(new RegExp(`^${FILE_PATH.source}$`));
const namedFile = z.strictObject({ file: filePath, name: singleLine({ min: 1, max: 255 }) });

const slot = z.strictObject({
  key: singleLine({ min: 1, max: 100 }),
  points: z.int().min(0).max(1000),
  /** The key of a question below, or how many to draw from where. */
  question: singleLine({ min: 1, max: 300 }).nullable(),
  draw: z
    .strictObject({
      category: z
        .array(singleLine({ min: 1, max: 200 }))
        .min(1)
        .max(20),
      withSubcategories: z.boolean(),
      tags: z.array(singleLine({ min: 1, max: 100 })).max(30),
      difficulty: z.enum(['easy', 'medium', 'hard']).nullable(),
      count: z.int().min(1).max(300),
    })
    .nullable(),
});

const activity = z.strictObject({
  key,
  kind: z.enum(['page', 'video', 'file', 'quiz', 'assignment', 'session']),
  titles: byLanguage(line),
  minutes: z.int().min(0).max(600),
  required: z.boolean(),
  /** Languages with a text in `text/<language>/<key>.md`, and whether it follows the source as it is now. */
  texts: byLanguage(z.enum(['current', 'stale'])),
  quiz: quizSettings.nullable(),
  video: z.strictObject({ video: namedFile.nullable(), captions: byLanguage(namedFile) }).nullable(),
  files: z.array(namedFile).max(50).nullable(),
  /** How work is handed in and judged; absent of what is no assignment. */
  assignment: assignmentSettings.nullable().default(null),
  /** What completes a live session; its dates are planned where it is held. */
  session: sessionSettings.nullable().default(null),
  slots: z.array(slot).max(300),
});

const question = z.strictObject({
  key: singleLine({ min: 1, max: 300 }),
  name: singleLine({ min: 1, max: 500 }),
  category: z
    .array(singleLine({ min: 1, max: 200 }))
    .min(1)
    .max(20),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  tags: z.array(singleLine({ min: 1, max: 100 })).max(30),
  sourceLanguage: languageTag,
  /** As the bank describes its kind; pictures are named by their path in the archive. */
  body: z.record(z.string(), z.json()),
});

/** `course.json` of a course archive. */
export const courseArchive = z.strictObject({
  format: z.literal('concord-course'),
  formatVersion: z.literal(1),
  slug: key,
  sourceLanguage: languageTag,
  category: key,
  minutes: z.int().min(0).max(6000),
  validityMonths: z.int().min(1).max(120).nullable(),
  /** The name of the template its credentials read by; null: as the house's do. Left as it is where it is not given. */
  credentialTemplate: singleLine({ min: 1, max: 120 }).nullable().optional(),
  licence: singleLine({ max: 100 }),
  attribution: z
    .strictObject({
      title: text({ max: 1000 }),
      author: text({ max: 1000 }),
      url: text({ max: 2000 }),
      licenceUrl: text({ max: 2000 }).optional(),
      note: text({ max: 4000 }),
    })
    .nullable(),
  openEnrolment: z.boolean(),
  sequence: z.enum(['free', 'inOrder']),
  notes: byLanguage(text({ max: 4000 })),
  about: byLanguage(
    z.strictObject({
      title: line,
      summary: text({ max: 2000 }),
      audience: text({ max: 2000 }),
      objectives: z.array(text({ max: 500 })).max(20),
      description: text({ max: 20_000 }),
    }),
  ),
  units: z
    .array(z.strictObject({ key, titles: byLanguage(line), activities: z.array(activity).max(300) }))
    .max(300),
  questions: z.array(question).max(5000),
  files: z
    .array(
      z.strictObject({
        path: filePath,
        name: singleLine({ min: 1, max: 255 }),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(5000),
});

export type CourseArchive = z.output<typeof courseArchive>;
export type ArchivedActivity = CourseArchive['units'][number]['activities'][number];
