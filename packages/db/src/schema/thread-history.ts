import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { threads } from './consultation.ts';
import { markings } from './markings.ts';
import { people } from './people.ts';

/** What can happen to a thread besides being written in. */
export const threadEventKinds = [
  'named',
  'changed',
  'removed',
  'closed',
  'reopened',
  'narrowed',
  'widened',
  'reported',
  'glassBroken',
  'glassEnded',
] as const;

/**
 * The history of a thread, added to and never changed: who was named until when, who closed it and why, whose marking
 * was narrowed. About an entry it is shown only to those who may read that entry.
 */
export const threadEvents = pgTable(
  'thread_event',
  {
    id: id(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id),
    kind: text('kind', { enum: threadEventKinds }).notNull(),
    at: instant('at').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => people.id),
    /** Who was named or taken off. */
    personId: uuid('person_id').references(() => people.id),
    mayWrite: integer('may_write'),
    until: instant('until'),
    /** The entry whose marking changed; none where it was the thread's own. */
    contributionId: uuid('contribution_id'),
    fromMarkingId: uuid('from_marking_id').references(() => markings.id),
    toMarkingId: uuid('to_marking_id').references(() => markings.id),
    /** The reason given, under the thread's key. */
    sealed: bytea('sealed'),
  },
  (table) => [
    index('thread_event_thread').on(table.threadId, table.id),
    check(
      'thread_event_person',
      sql`(${table.kind} in ('named', 'changed', 'removed')) = (${table.personId} is not null)`,
    ),
    check('thread_event_marking', sql`${table.kind} <> 'narrowed' or ${table.toMarkingId} is not null`),
  ],
);

/**
 * A wish to open something to more people, or at a lower level: it takes effect when a second person, who may release
 * for the party it comes from, confirms it.
 */
export const markingRequests = pgTable(
  'marking_request',
  {
    id: id(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id),
    /** The entry it is about; none where it is the thread itself. */
    contributionId: uuid('contribution_id'),
    fromMarkingId: uuid('from_marking_id')
      .notNull()
      .references(() => markings.id),
    toMarkingId: uuid('to_marking_id')
      .notNull()
      .references(() => markings.id),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    /** The reason given, under the thread's key. */
    sealed: bytea('sealed').notNull(),
    outcome: text('outcome', { enum: ['confirmed', 'refused'] }),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    index('marking_request_thread').on(table.threadId, table.id),
    check(
      'marking_request_decided',
      sql`(${table.outcome} is null) = (${table.decidedBy} is null) and (${table.outcome} is null) = (${table.decidedAt} is null)`,
    ),
    check(
      'marking_request_second_person',
      sql`${table.outcome} is distinct from 'confirmed' or ${table.decidedBy} <> ${table.askedBy}`,
    ),
  ],
);

/**
 * Glass broken over a thread: an administrator reads it, whom nobody named, until an instant or until it is ended. It stands
 * for need to know alone; every marking is asked besides.
 */
export const threadGlass = pgTable(
  'thread_glass',
  {
    id: id(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    openedAt: instant('opened_at').notNull(),
    until: instant('until').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id),
  },
  (table) => [
    index('thread_glass_person').on(table.personId, table.until),
    index('thread_glass_thread').on(table.threadId, table.until),
    check(
      'thread_glass_span',
      sql`${table.until} > ${table.openedAt} and ${table.until} <= ${table.openedAt} + interval '24 hours'`,
    ),
    check('thread_glass_ended', sql`(${table.endedAt} is null) = (${table.endedBy} is null)`),
  ],
);
