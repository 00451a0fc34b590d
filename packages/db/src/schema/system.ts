import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
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
import { bytea, id, instant } from './columns.ts';
import { markings } from './markings.ts';
import { people } from './people.ts';

/** The data key of one container (a thread, a person's drafts, a course's files), wrapped by the key-encryption key. */
export const containerKeys = pgTable('container_key', {
  containerId: uuid('container_id').primaryKey(),
  wrapped: bytea('wrapped').notNull(),
  kekId: text('kek_id').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/**
 * A stored file. It hangs on a thread (read under the contribution it is attached to), on a course, or on nobody yet:
 * until attached only its uploader sees it. Bytes are sealed in chunks under the container's key.
 */
export const files = pgTable(
  'file',
  {
    id: id(),
    container: text('container', {
      enum: ['thread', 'course', 'person', 'bank', 'answer', 'meeting', 'text', 'exercise'],
    }).notNull(),
    containerId: uuid('container_id').notNull(),
    contributionId: uuid('contribution_id'),
    markingId: uuid('marking_id').references(() => markings.id),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('file_container').on(table.containerId, table.sha256),
    index('file_contribution').on(table.contributionId),
    index('file_creator').on(table.createdBy, table.id),
  ],
);

/** A mutation already done: sent twice, one effect (DESIGN 3, invariant 4). `result` holds ids, never content. */
export const commands = pgTable(
  'command',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    commandId: uuid('command_id').notNull(),
    procedure: text('procedure').notNull(),
    inputHash: text('input_hash').notNull(),
    result: jsonb('result').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.commandId] }),
    index('command_age').on(table.createdAt),
  ],
);

/**
 * Whom in an exercise an event is for: its staff; a team; whoever reads what was seen in it, players once its
 * hot wash was opened; everybody. */
export type ExerciseHearers = 'staff' | 'team' | 'wash' | 'everybody';

/** The outbox of live events: what changed, by id. Sent in batches after commit. */
export const liveEvents = pgTable(
  'live_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    topic: text('topic').notNull(),
    /** Who may hear of it: the readers of this contribution, or this one person. */
    contributionId: uuid('contribution_id'),
    personId: uuid('person_id'),
    /** Or those of an exercise, and that one person beside them; `marking_id` narrows them where an item does. */
    hearers: text('hearers').$type<ExerciseHearers>(),
    exerciseId: uuid('exercise_id'),
    teamId: uuid('team_id'),
    markingId: uuid('marking_id'),
    payload: jsonb('payload').$type<Record<string, string>>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('live_event_age').on(table.createdAt),
    check('live_event_hearers', sql`${table.hearers} in ('staff', 'team', 'wash', 'everybody')`),
    check('live_event_exercise', sql`(${table.hearers} is null) = (${table.exerciseId} is null)`),
    check(
      'live_event_team',
      sql`(${table.hearers} is not distinct from 'team') = (${table.teamId} is not null)`,
    ),
  ],
);

/** Something a person should know. About a contribution, it is listed only while that may be read. */
export const notifications = pgTable(
  'notification',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    contributionId: uuid('contribution_id'),
    subjectId: uuid('subject_id'),
    params: jsonb('params').$type<Record<string, string>>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    readAt: instant('read_at'),
  },
  (table) => [index('notification_person').on(table.personId, table.id)],
);

/** The append-only record: who did what, on whose behalf, to which version. Never content. */
export const recordEntries = pgTable(
  'record_entry',
  {
    id: id(),
    at: instant('at').notNull(),
    /** Null where the portal itself acted. */
    actorId: uuid('actor_id'),
    partyId: uuid('party_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    subjectId: uuid('subject_id'),
    /** Set for what concerns a marked item: its entry needs READ. */
    threadId: uuid('thread_id'),
    markingId: uuid('marking_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('record_entry_at').on(table.at, table.id),
    index('record_entry_subject').on(table.subjectId, table.id),
  ],
);

/** The sealer's chain over the record: one row an entry, in the sealer's own order. */
export const recordSeals = pgTable(
  'record_seal',
  {
    sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
    entryId: uuid('entry_id').notNull(),
    hash: text('hash').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (table) => [uniqueIndex('record_seal_entry').on(table.entryId)],
);

/** A signed head of the chain, kept outside the database too. */
export const recordHeads = pgTable('record_head', {
  sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
  hash: text('hash').notNull(),
  count: bigint('count', { mode: 'number' }).notNull(),
  signedAt: instant('signed_at').notNull(),
  keyId: text('key_id').notNull(),
  signature: text('signature').notNull(),
});

/** Mail the server took over: a retry after that sends nothing. Neither address nor words are kept. */
export const mailDeliveries = pgTable('mail_delivery', {
  id: id(),
  kind: text('kind').notNull(),
  acceptedAt: instant('accepted_at').notNull().defaultNow(),
});

/** Tries at signing in, by a digest of who tries; `expire` is when the count begins anew, in milliseconds. */
export const rateLimits = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});
