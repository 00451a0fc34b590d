import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { meetingItems, meetings } from './meetings.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';

/**
 * A nation's word that a summary record is not right: on one of its items, or on the whole (`item_id` null), read by
 * whoever reads that. Made once; answered by those who plan the meeting, taken back by the nation.
 */
export const summaryRemarks = pgTable(
  'summary_remark',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    itemId: uuid('item_id').references(() => meetingItems.id),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    /** It came at the end or after it: kept, without effect. */
    late: boolean('late').notNull(),
    sealed: bytea('sealed').notNull(),
    /** Why the record stays as it is, as those who plan the meeting say. */
    answerSealed: bytea('answer_sealed'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
    takenBackBy: uuid('taken_back_by').references(() => people.id),
    takenBackAt: instant('taken_back_at'),
  },
  (table) => [
    index('summary_remark_meeting').on(table.meetingId, table.id),
    check(
      'summary_remark_answer',
      sql`num_nulls(${table.answerSealed}, ${table.answeredBy}, ${table.answeredAt}) in (0, 3)`,
    ),
    check('summary_remark_back', sql`num_nulls(${table.takenBackBy}, ${table.takenBackAt}) in (0, 2)`),
  ],
);
