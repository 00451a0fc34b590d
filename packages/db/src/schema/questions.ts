import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { people } from './people.ts';

/** A shelf of the question bank; shelves stand in shelves. */
export const questionCategories = pgTable(
  'question_category',
  {
    id: id(),
    parentId: uuid('parent_id').references((): AnyPgColumn => questionCategories.id),
    name: text('name').notNull(),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('question_category_name').on(
      sql`coalesce(${table.parentId}, '00000000-0000-0000-0000-000000000000')`,
      table.name,
    ),
    check('question_category_parent', sql`${table.parentId} is distinct from ${table.id}`),
  ],
);

/** A question in the bank. What it asks stands in its versions; quizzes name a version. */
export const bankQuestions = pgTable(
  'bank_question',
  {
    id: id(),
    categoryId: uuid('category_id')
      .notNull()
      .references(() => questionCategories.id),
    /** What authors call it. */
    name: text('name').notNull(),
    kind: text('kind', {
      enum: [
        'single',
        'multiple',
        'trueFalse',
        'shortText',
        'numeric',
        'matching',
        'ordering',
        'gapText',
        'essay',
        'file',
        'hotspot',
      ],
    }).notNull(),
    difficulty: text('difficulty', { enum: ['easy', 'medium', 'hard'] })
      .notNull()
      .default('medium'),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    sourceLanguage: text('source_language').notNull(),
    /** The number of the newest version. */
    latest: integer('latest').notNull().default(1),
    /** Where an import took it from, so that the same import updates it. */
    importKey: text('import_key'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    index('bank_question_category').on(table.categoryId, table.id),
    index('bank_question_tags').using('gin', table.tags),
    uniqueIndex('bank_question_import').on(table.importKey),
  ],
);

/** One immutable state of a question. `body` is the Zod schema of its kind: texts per language, and what is right. */
export const bankQuestionVersions = pgTable(
  'bank_question_version',
  {
    id: id(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => bankQuestions.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    note: text('note').notNull().default(''),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('bank_question_version_number').on(table.questionId, table.number)],
);
