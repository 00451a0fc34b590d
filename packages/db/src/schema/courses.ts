import { sql } from 'drizzle-orm';
import {
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
import { markings } from './markings.ts';
import { people } from './people.ts';

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
  },
  (table) => [index('course_category').on(table.category, table.id)],
);

/** A published, immutable version; `digest` is over what was imported, so that the same import is no new version. */
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
  },
  (table) => [uniqueIndex('course_version_number').on(table.courseId, table.number)],
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
    kind: text('kind', { enum: ['page', 'quiz'] }).notNull(),
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
    } | null>(),
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
  },
  (table) => [primaryKey({ columns: [table.activityId, table.language] })],
);

/** A question of a quiz. `choices` says which are right: it never leaves the server before the answer is given. */
export const questions = pgTable(
  'question',
  {
    id: id(),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    kind: text('kind', { enum: ['single', 'multiple', 'trueFalse', 'shortAnswer'] }).notNull(),
    position: integer('position').notNull(),
    points: integer('points').notNull().default(1),
    choices: jsonb('choices').$type<{ key: string; correct: boolean }[]>().notNull(),
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
      .notNull(),
  },
  (table) => [uniqueIndex('question_key').on(table.activityId, table.key)],
);
