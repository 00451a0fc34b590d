import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { itemOutcomes, wantedOutcomes } from '../enums.ts';
import { bytea, id, instant, tsvector } from './columns.ts';
import { bodies, threads } from './consultation.ts';
import { markings } from './markings.ts';
import { people } from './people.ts';
import { files } from './system.ts';
import { texts } from './texts.ts';

const markingId = () =>
  uuid('marking_id')
    .notNull()
    .references(() => markings.id);
const meetingId = () =>
  uuid('meeting_id')
    .notNull()
    .references(() => meetings.id);
const person = (name: string) => uuid(name).references(() => people.id);

/** What members are shown of a published meeting's changes. */
export const meetingEventKinds = [
  'published',
  'renamed',
  'moved',
  'placed',
  'cancelled',
  'itemAdded',
  'itemChanged',
  'itemRemoved',
  'ordered',
  'fileAdded',
  'fileRemoved',
  'summaryOpened',
] as const;

/**
 * A meeting of a body, in the body's own zone. Its title is marked as it is; what it deals with lies in its items. A
 * draft until `published_at`, read until then by chair and secretariat alone.
 */
export const meetings = pgTable(
  'meeting',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    title: text('title').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    place: text('place').notNull().default(''),
    link: text('link').notNull().default(''),
    markingId: markingId(),
    createdBy: person('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    cancelledAt: instant('cancelled_at'),
    /** When the summary record was laid before the members last; outcomes are theirs to read from the first time on. */
    summaryOpenedAt: instant('summary_opened_at'),
    /** The instant before which a delegation may say that it is not right; none of a record laid before there was one. */
    summaryUntil: instant('summary_until'),
  },
  (table) => [
    index('meeting_body').on(table.bodyId, table.startsAt, table.id),
    check('meeting_ends', sql`${table.endsAt} > ${table.startsAt}`),
    check('meeting_summary', sql`${table.summaryOpenedAt} is null or ${table.publishedAt} is not null`),
    check(
      'meeting_summary_until',
      sql`${table.summaryUntil} is null or ${table.summaryUntil} > ${table.summaryOpenedAt}`,
    ),
  ],
);

/**
 * An item of an agenda, marked as its meeting or narrower. `place` orders the agenda and counts what a reader may not see,
 * so it never leaves the server; `sealed` holds title, lead and note under the meeting's key.
 */
export const meetingItems = pgTable(
  'meeting_item',
  {
    id: id(),
    meetingId: meetingId(),
    place: integer('place').notNull(),
    wanted: text('wanted', { enum: wantedOutcomes }).notNull(),
    minutes: integer('minutes'),
    threadId: uuid('thread_id').references(() => threads.id),
    textId: uuid('text_id').references(() => texts.id),
    markingId: markingId(),
    sealed: bytea('sealed').notNull(),
    /** The item of an earlier meeting that was deferred to this one. */
    carriedFrom: uuid('carried_from'),
    addedBy: person('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('meeting_item_meeting').on(table.meetingId, table.place),
    check('meeting_item_minutes', sql`${table.minutes} is null or ${table.minutes} between 1 and 1440`),
  ],
);

/** What came of an item: a word, a note under the meeting's key, and the meeting it was deferred to. */
export const meetingOutcomes = pgTable(
  'meeting_outcome',
  {
    itemId: uuid('item_id')
      .primaryKey()
      .references(() => meetingItems.id),
    outcome: text('outcome', { enum: itemOutcomes }).notNull(),
    sealed: bytea('sealed').notNull(),
    deferredTo: uuid('deferred_to').references(() => meetings.id),
    recordedBy: person('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    check('meeting_outcome_deferred', sql`${table.deferredTo} is null or ${table.outcome} = 'deferred'`),
  ],
);

/** A document of a meeting, or of one of its items: read by whoever may read that. */
export const meetingFiles = pgTable(
  'meeting_file',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id, { onDelete: 'cascade' }),
    meetingId: meetingId(),
    itemId: uuid('item_id').references(() => meetingItems.id),
  },
  (table) => [index('meeting_file_meeting').on(table.meetingId)],
);

/** What changed of a meeting after it was published, added to and never changed. Words before and after lie sealed. */
export const meetingEvents = pgTable(
  'meeting_event',
  {
    id: id(),
    meetingId: meetingId(),
    itemId: uuid('item_id').references(() => meetingItems.id),
    kind: text('kind', { enum: meetingEventKinds }).notNull(),
    at: instant('at').notNull(),
    byId: person('by_id').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [index('meeting_event_meeting').on(table.meetingId, table.id)],
);

/**
 * Words in the clear of meetings (`item_id` null) and of their items, with what their papers are called, of levels whose
 * search index is on. Read by one SECURITY DEFINER function only.
 */
export const searchAgenda = pgTable(
  'search_agenda',
  {
    /** The item's id, or the meeting's. */
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    itemId: uuid('item_id').references(() => meetingItems.id, { onDelete: 'cascade' }),
    words: tsvector('words').notNull(),
  },
  (table) => [
    index('search_agenda_words').using('gin', table.words),
    index('search_agenda_meeting').on(table.meetingId),
  ],
);
