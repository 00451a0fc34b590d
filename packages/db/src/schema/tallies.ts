import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { threads } from './consultation.ts';
import { markings } from './markings.ts';

/**
 * Of a thread, under each marking: how many entries stand, and who wrote the newest when. A reader is told what adds up over
 * the markings they may read. Triggers alone write it; under the thread's own marking a row stands from its beginning.
 */
export const threadTallies = pgTable(
  'thread_tally',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    bodyId: uuid('body_id').notNull(),
    entries: integer('entries').notNull().default(0),
    /** When the newest was written; before there is one, when the thread was opened. */
    lastAt: instant('last_at').notNull(),
    /** Null where there is no entry. */
    authorId: uuid('author_id'),
    partyId: uuid('party_id'),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.markingId] }),
    index('thread_tally_newest').on(table.bodyId, sql`${table.lastAt} desc`, sql`${table.threadId} desc`),
  ],
);
