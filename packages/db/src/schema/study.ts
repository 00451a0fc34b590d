import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { courses } from './courses.ts';
import { people } from './people.ts';

/** A learner's own note or highlight on a page, sealed under the person's key; nobody else reads it. */
export const studyNotes = pgTable(
  'study_note',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    /** By key, so that it stays when the course gets a new version. */
    activityKey: text('activity_key').notNull(),
    language: text('language').notNull(),
    /** Where it stands: the nearest heading and offsets in the page's text; null for a note on the page. */
    anchor: jsonb('anchor').$type<{ heading: string | null; start: number; end: number } | null>(),
    /** The words marked and the note, as JSON. */
    sealed: bytea('sealed').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (table) => [index('study_note_place').on(table.personId, table.courseId, table.activityKey, table.id)],
);

/** The secret address of a person's calendar feed, stored hashed; a new one ends the old. */
export const calendarFeeds = pgTable('calendar_feed', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: instant('created_at').notNull().defaultNow(),
  usedAt: instant('used_at'),
});
