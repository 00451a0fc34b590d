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
import { bytea, id, instant, tsvector } from './columns.ts';
import { courses } from './courses.ts';
import { exercises } from './exercises.ts';
import { markings } from './markings.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';

/** A committee that consults and decides. */
export const bodies = pgTable('body', {
  id: id(),
  code: text('code').notNull().unique(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  timeZone: text('time_zone').notNull(),
  minimumSilenceHours: integer('minimum_silence_hours').notNull().default(72),
  /** The shortest silence, in hours, where the chair calls it urgent, and in a crisis with a reason. */
  urgentSilenceHours: integer('urgent_silence_hours').notNull().default(24),
  crisisSilenceHours: integer('crisis_silence_hours').notNull().default(4),
  /** Who learns which nation broke silence: all whom it binds, or the chair alone. */
  breaksNamed: boolean('breaks_named').notNull().default(true),
  /** Whether amendments and brackets say whose they are. */
  amendmentsNamed: boolean('amendments_named').notNull().default(true),
  workingHours: jsonb('working_hours').$type<{ from: string; to: string; days: number[] }>().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** Set for the body in which a course's learners ask and its staff answer; it stands in no list of committees. */
  courseId: uuid('course_id')
    .unique()
    .references(() => courses.id),
  /** Set for an exercise's copy of the consultation: what hangs on it is play, and is there in that exercise alone. */
  exerciseId: uuid('exercise_id').references(() => exercises.id),
  /** When a copy was set back: from then on nobody sits in it. */
  retiredAt: instant('retired_at'),
});

/** A nation's seat in a body, from an instant to an instant. */
export const bodyMembers = pgTable(
  'body_member',
  {
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
  },
  (table) => [primaryKey({ columns: [table.bodyId, table.partyId] })],
);

/** A topic under a body. `need_to_know`: everybody appointed in the body, or the people named in thread_member. */
export const threads = pgTable(
  'thread',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    title: text('title').notNull(),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    needToKnow: text('need_to_know', { enum: ['body', 'named'] }).notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** The last place given to a contribution; counts what a reader may not see, so it never leaves the server. */
    lastPlace: integer('last_place').notNull().default(0),
    closedAt: instant('closed_at'),
    /** The activity of a course it asks about: set exactly where the body is a course's. */
    activityKey: text('activity_key'),
    /** When the course's staff called the question answered; a learner who asks on opens it again. */
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => people.id),
  },
  (table) => [
    index('thread_body').on(table.bodyId, table.id),
    index('thread_marking').on(table.markingId),
    check(
      'thread_answered',
      sql`(${table.answeredAt} is null) = (${table.answeredBy} is null)
        and (${table.answeredAt} is null or ${table.activityKey} is not null)`,
    ),
  ],
);

/** Need to know, person by person, until a date. */
export const threadMembers = pgTable(
  'thread_member',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    mayWrite: integer('may_write').notNull().default(1),
    addedBy: uuid('added_by').references(() => people.id),
    validFrom: instant('valid_from').notNull().defaultNow(),
    validUntil: instant('valid_until'),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.personId] }),
    index('thread_member_person').on(table.personId),
  ],
);

/** A plain entry, a remark that is personal and binds no nation, or a nation's formal statement. */
export const contributionKinds = ['entry', 'personal', 'statement'] as const;

/**
 * An entry in a thread. `sealed` holds source and rendered Markdown, encrypted. `place` orders a thread exactly:
 * it is given under the thread's row lock, so a reader who has read up to a place has missed nothing before it.
 */
export const contributions = pgTable(
  'contribution',
  {
    id: id(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id),
    place: integer('place').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** The party the author spoke for when it was written. */
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    replyTo: uuid('reply_to').references((): AnyPgColumn => contributions.id),
    kind: text('kind', { enum: contributionKinds }).notNull().default('entry'),
    sealed: bytea('sealed').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    editedAt: instant('edited_at'),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (table) => [
    uniqueIndex('contribution_place').on(table.threadId, table.place),
    check('contribution_kind', sql`${table.kind} in ('entry', 'personal', 'statement')`),
    index('contribution_author').on(table.authorId, table.id),
  ],
);

/** What a contribution said before an edit, with the marking it had. */
export const contributionRevisions = pgTable(
  'contribution_revision',
  {
    contributionId: uuid('contribution_id')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    sealed: bytea('sealed').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contributionId, table.revision] })],
);

/**
 * A part of an entry that is marked more narrowly than the entry. `sealed` holds source and rendered Markdown under the
 * thread's key; where it stands, and in which wordings, lies in what is sealed of the entry itself. Written once.
 */
export const contributionPortions = pgTable(
  'contribution_portion',
  {
    id: id(),
    contributionId: uuid('contribution_id')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    sealed: bytea('sealed').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('contribution_portion_entry').on(table.contributionId)],
);

/** Which contributions one quotes: its marking is no weaker than theirs. */
export const contributionQuotes = pgTable(
  'contribution_quote',
  {
    contributionId: uuid('contribution_id')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    quotedId: uuid('quoted_id')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.contributionId, table.quotedId] })],
);

/** Who is mentioned where. */
export const contributionMentions = pgTable(
  'contribution_mention',
  {
    contributionId: uuid('contribution_id')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.contributionId, table.personId] }),
    index('contribution_mention_person').on(table.personId),
  ],
);

/** How far a person has read a thread, and whether they follow it. */
export const threadReadings = pgTable(
  'thread_reading',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    lastPlace: integer('last_place').notNull().default(0),
    following: text('following', { enum: ['normal', 'following', 'muted'] })
      .notNull()
      .default('normal'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.threadId] }),
    index('thread_reading_followers').on(table.threadId).where(sql`${table.following} = 'following'`),
  ],
);

/** A contribution not yet sent, kept on the server for its author alone. */
export const drafts = pgTable(
  'draft',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    sealed: bytea('sealed').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.threadId] })],
);

/** Words in the clear of parts of entries, as of entries: found under the marking of the part and of its entry. */
export const searchParts = pgTable(
  'search_part',
  {
    portionId: uuid('portion_id')
      .primaryKey()
      .references(() => contributionPortions.id, { onDelete: 'cascade' }),
    contributionId: uuid('contribution_id')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    words: tsvector('words').notNull(),
  },
  (table) => [
    index('search_part_words').using('gin', table.words),
    index('search_part_entry').on(table.contributionId),
  ],
);

/** Words in the clear, of levels whose search index is on. Read by one SECURITY DEFINER function only. */
export const searchEntries = pgTable(
  'search_entry',
  {
    contributionId: uuid('contribution_id')
      .primaryKey()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    threadId: uuid('thread_id').notNull(),
    markingId: uuid('marking_id').notNull(),
    partyId: uuid('party_id').notNull(),
    createdAt: instant('created_at').notNull(),
    words: tsvector('words').notNull(),
  },
  (table) => [
    index('search_entry_words').using('gin', table.words),
    index('search_entry_thread').on(table.threadId),
    check('search_entry_words_present', sql`${table.words} is not null`),
  ],
);
