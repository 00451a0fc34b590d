import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { credentialTemplates } from './credential-templates.ts';
import { markings } from './markings.ts';
import { people } from './people.ts';
import { bankQuestionVersions } from './questions.ts';

/** A course in the catalogue; its content hangs on versions. */
export const courses = pgTable(
  'course',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    sourceLanguage: text('source_language').notNull(),
    languages: text('languages').array().notNull(),
    category: text('category').notNull(),
    minutes: integer('minutes').notNull().default(0),
    /** How long a credential is valid; null for ever. */
    validityMonths: integer('validity_months'),
    /** How its credentials read; null: as the house's do. */
    templateId: uuid('template_id').references(() => credentialTemplates.id),
    /** The name of the template that an archive asked for and that is not here; null where none is missing. */
    templateWanted: text('template_wanted'),
    licence: text('licence').notNull().default(''),
    attribution: jsonb('attribution').$type<{
      title: string;
      author: string;
      url: string;
      licenceUrl?: string;
      note: string;
    } | null>(),
    /** Whether a person may enrol without being placed. */
    openEnrolment: boolean('open_enrolment').notNull().default(true),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
    /** Counts changes to the row: two authors editing one course's facts find out. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [index('course_category').on(table.category, table.id)],
);

/** What must be held before a course is begun: a valid credential of another course. */
export const coursePrerequisites = pgTable(
  'course_prerequisite',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    requiredCourseId: uuid('required_course_id')
      .notNull()
      .references(() => courses.id),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.requiredCourseId] }),
    index('course_prerequisite_required').on(table.requiredCourseId),
    check('course_prerequisite_other', sql`${table.courseId} <> ${table.requiredCourseId}`),
  ],
);

/**
 * A version of a course: a draft until `published_at`, immutable from then on. `digest` is over what was imported, so
 * that the same import is no new version. `moves` says what becomes of learners under way when it is published.
 */
export const courseVersions = pgTable(
  'course_version',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    digest: text('digest').notNull(),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** The version a draft was copied from: what a diff compares with. */
    basedOn: uuid('based_on').references((): AnyPgColumn => courseVersions.id),
    createdBy: uuid('created_by').references(() => people.id),
    publishedBy: uuid('published_by').references(() => people.id),
    /** What changed, per language, told to learners. */
    notes: jsonb('notes').$type<Record<string, string>>().notNull().default({}),
    /** `free`: any activity at any time; `inOrder`: an activity opens when the required ones before it are done. */
    sequence: text('sequence', { enum: ['free', 'inOrder'] })
      .notNull()
      .default('free'),
    /** `stay`: learners under way finish on theirs; `move`: they go on here, keeping what they did. */
    moves: text('moves', { enum: ['stay', 'move'] })
      .notNull()
      .default('stay'),
    /** Whether credentials of earlier versions no longer satisfy a requirement. */
    requiresRetake: boolean('requires_retake').notNull().default(false),
    /** Counts saves of a draft: two authors editing one draft find out. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    uniqueIndex('course_version_number').on(table.courseId, table.number),
    uniqueIndex('course_version_draft').on(table.courseId).where(sql`${table.publishedAt} is null`),
  ],
);

/** What a course says of itself, per language; `words` serves the catalogue's search. */
export const courseTexts = pgTable(
  'course_text',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => courseVersions.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    audience: text('audience').notNull().default(''),
    objectives: text('objectives').array().notNull().default(sql`'{}'`),
    descriptionSource: text('description_source').notNull().default(''),
    descriptionHtml: text('description_html').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.language] })],
);

/** A part of a version, in order. */
export const units = pgTable(
  'unit',
  {
    id: id(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => courseVersions.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    titles: jsonb('titles').$type<Record<string, string>>().notNull(),
  },
  (table) => [uniqueIndex('unit_key').on(table.versionId, table.key)],
);

/** A page or a quiz. `key` stays the same over versions, so progress carries over. */
export const activities = pgTable(
  'activity',
  {
    id: id(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => courseVersions.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    kind: text('kind', { enum: ['page', 'quiz', 'video', 'file', 'assignment', 'session'] }).notNull(),
    position: integer('position').notNull(),
    minutes: integer('minutes').notNull().default(0),
    required: boolean('required').notNull().default(true),
    /** How many questions a quiz has: told to everybody who may see the course, unlike the questions. */
    questionCount: integer('question_count').notNull().default(0),
    titles: jsonb('titles').$type<Record<string, string>>().notNull(),
    quiz: jsonb('quiz').$type<{
      passMark: number;
      maxAttempts: number | null;
      minutes: number | null;
      shuffle: boolean;
      /** Hours between the end of an attempt and the start of the next. */
      delayHours?: number;
      opensAt?: string | null;
      closesAt?: string | null;
      /** `deferred`: after handing in; `immediate`: question by question. */
      feedback?: 'deferred' | 'immediate';
      /** Certainty-based marking: how sure are you? */
      certainty?: boolean;
      /** When the right answers are shown: always after handing in, when no attempt is left or it was passed, or never. */
      showRight?: 'always' | 'atEnd' | 'never';
    } | null>(),
    /** What a video, file, assignment or session is; its shape is the Zod schema of its kind. */
    settings: jsonb('settings').$type<Record<string, unknown> | null>(),
  },
  (table) => [
    uniqueIndex('activity_key').on(table.versionId, table.key),
    index('activity_unit').on(table.unitId, table.position),
    check('activity_quiz', sql`(${table.kind} = 'quiz') = (${table.quiz} is not null)`),
  ],
);

/** One row per activity × BCP 47 language: Markdown source, rendered HTML, and the hash of the source it follows. */
export const activityTexts = pgTable(
  'activity_text',
  {
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    source: text('source').notNull(),
    html: text('html').notNull(),
    headings: jsonb('headings').$type<{ id: string; text: string; depth: number }[]>().notNull(),
    sourceHash: text('source_hash').notNull(),
    rendererVersion: integer('renderer_version').notNull(),
    /** Who wrote it last in the editor, and when: told to another author whose save comes too late. */
    savedBy: uuid('saved_by').references(() => people.id),
    savedAt: instant('saved_at'),
  },
  (table) => [primaryKey({ columns: [table.activityId, table.language] })],
);

/** What was taken out of a draft, whole, so that it can be put back until the draft is published. */
export const draftRemovals = pgTable(
  'draft_removal',
  {
    id: id(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => courseVersions.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['unit', 'activity'] }).notNull(),
    titles: jsonb('titles').$type<Record<string, string>>().notNull(),
    /** Its rows: units, activities, texts, questions. */
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    removedBy: uuid('removed_by').references(() => people.id),
    removedAt: instant('removed_at').notNull().defaultNow(),
  },
  (table) => [index('draft_removal_version').on(table.versionId, table.removedAt)],
);

/**
 * A question of a quiz: a slot in the quiz's order. It names a version in the bank (`bankVersionId`), or says by
 * blueprint how many to draw from where, with the pool fixed when the course version is published. `choices` says which are right: it never leaves
 * the server before the answer is given.
 */
export const questions = pgTable(
  'question',
  {
    id: id(),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** Of an embedded question; a slot of the bank leaves it. */
    kind: text('kind', { enum: ['single', 'multiple', 'trueFalse', 'shortAnswer'] })
      .notNull()
      .default('single'),
    position: integer('position').notNull(),
    points: integer('points').notNull().default(1),
    choices: jsonb('choices').$type<{ key: string; correct: boolean }[]>().notNull().default([]),
    /** Per language: prompt and explanation as HTML, the choices' words, accepted short answers. */
    texts: jsonb('texts')
      .$type<
        Record<
          string,
          {
            promptHtml: string;
            choices: Record<string, { html: string; feedbackHtml?: string }>;
            accepted: string[];
            explanationHtml: string;
          }
        >
      >()
      .notNull()
      .default({}),
    bankVersionId: uuid('bank_version_id').references(() => bankQuestionVersions.id),
    blueprint: jsonb('blueprint').$type<{
      categoryId: string;
      withSubcategories: boolean;
      tags: string[];
      difficulty: 'easy' | 'medium' | 'hard' | null;
      count: number;
    } | null>(),
    /** The versions a blueprint draws from, fixed at publication. */
    pool: uuid('pool').array(),
  },
  (table) => [
    uniqueIndex('question_key').on(table.activityId, table.key),
    index('question_bank_version').on(table.bankVersionId),
  ],
);
