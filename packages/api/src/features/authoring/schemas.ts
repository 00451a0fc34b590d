import { activityKinds } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, languageTag, singleLine, text, uuid } from '../../schemas.ts';
import { isCourseSlug, key } from '../courses/schemas.ts';

/** Names a course of one's own and, in a command, the one intent. */
const ofCourse = { commandId, courseId: uuid };
/** The state an author began from: when it is no longer the state that is stored, nothing is written over. */
const base = z.string().max(64).nullable();
const title = singleLine({ min: 1, max: 300 });
const part = z.enum(['unit', 'activity']);
const place = z.int().min(0).max(10_000);

/** The longest text of an activity. */
export const LONGEST_TEXT = 200_000;

export const courseInput = z.strictObject({ course: key });
export const activityInput = z.strictObject({ course: key, activity: key });
export const previewInput = z.strictObject({ course: key, activity: key, language: languageTag.optional() });
export const compareInput = z.strictObject({
  course: key,
  from: z.int().min(1),
  to: z.int().min(1),
  language: languageTag.optional(),
});

export const createCourseInput = z.strictObject({
  commandId,
  title,
  slug: key.refine(isCourseSlug, { error: 'errors.key' }),
  sourceLanguage: languageTag,
  category: key,
  audience: z.enum(['allies', 'everyone']),
  level: z.int().min(0).max(100),
});

export const archiveInput = z.strictObject({ fileId: uuid });

/** `audience` and `level` are of a course that is not here yet. */
export const bringArchiveInput = z.strictObject({
  commandId,
  fileId: uuid,
  audience: z.enum(['allies', 'everyone']),
  level: z.int().min(0).max(100),
  /** Whether the archive takes the place of the draft that is open. */
  overDraft: z.boolean(),
});

export const courseCommand = z.strictObject(ofCourse);

export const saveFactsInput = z.strictObject({
  ...ofCourse,
  base,
  category: key,
  minutes: z.int().min(0).max(6000),
  validityMonths: z.int().min(1).max(120).nullable(),
  /** How its credentials read; null: as the house's do. */
  templateId: uuid.nullable(),
  /** Whether the template an archive asked for, which is not here, is kept in mind. */
  keepsWanted: z.boolean().default(false),
  openEnrolment: z.boolean(),
  licence: singleLine({ max: 100 }),
  sequence: z.enum(['free', 'inOrder']),
  prerequisites: z.array(uuid).max(20),
  /** Who may find it; left as it is when not given. */
  marking: z
    .strictObject({ audience: z.enum(['allies', 'everyone']), level: z.int().min(0).max(100) })
    .nullable(),
});

export const saveCourseTextInput = z.strictObject({
  ...ofCourse,
  language: languageTag,
  base,
  title: singleLine({ max: 300 }),
  summary: text({ max: 2000 }),
  audience: text({ max: 2000 }),
  objectives: z.array(text({ min: 1, max: 500 })).max(20),
  description: text({ max: 20_000 }),
});

export const addUnitInput = z.strictObject({ ...ofCourse, title, at: place });
export const addActivityInput = z.strictObject({
  ...ofCourse,
  unitId: uuid,
  kind: z.enum(activityKinds),
  title,
  at: place,
});
export const renameInput = z.strictObject({
  ...ofCourse,
  part,
  id: uuid,
  language: languageTag,
  title: singleLine({ max: 300 }),
  base: z.string().max(300).nullable(),
});
export const moveInput = z.strictObject({ ...ofCourse, part, id: uuid, unitId: uuid.nullable(), at: place });
export const removeInput = z.strictObject({ ...ofCourse, part, id: uuid });
export const restoreInput = z.strictObject({ ...ofCourse, removalId: uuid });
export const setActivityInput = z.strictObject({
  ...ofCourse,
  activityId: uuid,
  minutes: z.int().min(0).max(600),
  required: z.boolean(),
});
export const saveTextInput = z.strictObject({
  ...ofCourse,
  activityId: uuid,
  language: languageTag,
  source: text({ max: LONGEST_TEXT }),
  /** The hash of the text this one was written over; null when there was none. */
  base,
  /** Of a translation: the hash of the source it follows. */
  follows: base,
});
export const saveSettingsInput = z.strictObject({
  ...ofCourse,
  activityId: uuid,
  base,
  settings: z.record(z.string().max(40), z.json()),
});
export const saveCaptionsInput = z.strictObject({
  ...ofCourse,
  activityId: uuid,
  language: languageTag,
  /** A WebVTT file's text; null takes the captions away. */
  captions: text({ max: 2_000_000 }).nullable(),
});
export const renderInput = z.strictObject({
  courseId: uuid,
  language: languageTag,
  source: text({ max: LONGEST_TEXT }),
});
export const languageInput = z.strictObject({ ...ofCourse, language: languageTag });
export const publishInput = z.strictObject({
  ...ofCourse,
  /** What was looked at: a draft that changed since is not published. */
  revision: z.int(),
  notes: z.record(languageTag, text({ max: 4000 })),
  moves: z.enum(['stay', 'move']),
  requiresRetake: z.boolean(),
});
export const appointInput = z.strictObject({
  ...ofCourse,
  personId: uuid,
  role: z.enum(['courseDirector', 'instructor']),
});
export const dismissInput = z.strictObject({ ...ofCourse, appointmentId: uuid });
export const peopleInput = z.strictObject({ course: key, words: singleLine({ min: 2, max: 100 }) });

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type CreateCourse = Input<typeof createCourseInput>;
export type SaveFacts = Input<typeof saveFactsInput>;
export type SaveCourseText = Input<typeof saveCourseTextInput>;
export type AddUnit = Input<typeof addUnitInput>;
export type AddActivity = Input<typeof addActivityInput>;
export type Rename = Input<typeof renameInput>;
export type Move = Input<typeof moveInput>;
export type Remove = Input<typeof removeInput>;
export type SetActivity = Input<typeof setActivityInput>;
export type SaveText = Input<typeof saveTextInput>;
export type SaveSettings = Input<typeof saveSettingsInput>;
export type SaveCaptions = Input<typeof saveCaptionsInput>;
export type Publish = Input<typeof publishInput>;
export type BringArchive = z.output<typeof bringArchiveInput>;
