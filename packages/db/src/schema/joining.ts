import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { exerciseRoles, exercises, exerciseTeams } from './exercises.ts';
import { markings } from './markings.ts';
import { people } from './people.ts';
import { files } from './system.ts';

const exerciseId = () =>
  uuid('exercise_id')
    .notNull()
    .references(() => exercises.id, { onDelete: 'cascade' });

/**
 * A sheet of joining instructions: for everybody with a seat, or for one role, or for one team, or for both. Read by its
 * planners; by those with a seat it is for from when it was sent.
 */
export const exerciseJoining = pgTable(
  'exercise_joining',
  {
    id: id(),
    exerciseId: exerciseId(),
    roleId: uuid('role_id').references(() => exerciseRoles.id, { onDelete: 'cascade' }),
    teamId: uuid('team_id').references(() => exerciseTeams.id, { onDelete: 'cascade' }),
    place: text('place').notNull().default(''),
    /** When to be there. */
    reportAt: instant('report_at'),
    /** Whom to ask. */
    contact: text('contact').notNull().default(''),
    textEn: text('text_en').notNull(),
    textFr: text('text_fr').notNull(),
    changedAt: instant('changed_at').notNull(),
    sentAt: instant('sent_at'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [index('exercise_joining_exercise').on(table.exerciseId, table.id)],
);

/** A document of an exercise, marked by itself: for its staff, for them and who has a seat, or for all who know of it. */
export const exerciseDocuments = pgTable(
  'exercise_document',
  {
    id: id(),
    exerciseId: exerciseId(),
    title: text('title').notNull(),
    audience: text('audience', { enum: ['staff', 'holders', 'all'] }).notNull(),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('exercise_document_exercise').on(table.exerciseId, table.title, table.id)],
);

/** A version of a document: the newest stands, earlier ones stay to be read. */
export const exerciseDocumentVersions = pgTable(
  'exercise_document_version',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id, { onDelete: 'cascade' }),
    documentId: uuid('document_id')
      .notNull()
      .references(() => exerciseDocuments.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** What changed. */
    note: text('note').notNull().default(''),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    uniqueIndex('exercise_document_version_number').on(table.documentId, table.number),
    check('exercise_document_version_first', sql`${table.number} >= 1`),
  ],
);
