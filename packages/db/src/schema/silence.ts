import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { bodies } from './consultation.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';
import { files } from './system.ts';
import { texts, textVersions } from './texts.ts';

/**
 * One silence procedure over one version of a text. Its state is derived from `silence_event` and the database's
 * clock, and stands nowhere; commands take this row's lock first (reference B.2).
 */
export const silences = pgTable(
  'silence',
  {
    id: id(),
    textId: uuid('text_id')
      .notNull()
      .references(() => texts.id),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => textVersions.id),
    /** What every bound nation was served; the decision carries the same. */
    contentHash: text('content_hash').notNull(),
    /** The nations it binds, as they sat in the body when it opened; a later member is not bound. */
    bound: uuid('bound').array().notNull().default(sql`'{}'`),
    pace: text('pace', { enum: ['normal', 'urgent', 'crisis'] }).notNull(),
    /** The zone its times are told in first, and the release of the zone data it was reckoned with. */
    timeZone: text('time_zone').notNull(),
    zoneData: text('zone_data').notNull(),
    minimumHours: integer('minimum_hours').notNull(),
    /** Placeholders in brackets that the chair lets stand, by bracket. */
    placeholders: uuid('placeholders').array().notNull().default(sql`'{}'`),
    /** The one it follows: on an older version, or as a confirmation. */
    follows: uuid('follows'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    /** When its outcome was written down (number, hash, signature); no part of its state. */
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('silence_text').on(table.textId, table.id),
    index('silence_unsettled').on(table.bodyId, table.id).where(sql`${table.settledAt} is null`),
  ],
);

export const silenceEventKinds = [
  'announce',
  'objectToMethod',
  'open',
  'acknowledge',
  'break',
  'lateNotice',
  'confirmLetter',
  'requestExtension',
  'extend',
  'lift',
  'lateLift',
  'resume',
  'supersede',
  'refer',
  'withdraw',
  'lapse',
] as const;

/** What happened to a silence procedure, added to and never changed; `at` is read after the row's lock. */
export const silenceEvents = pgTable(
  'silence_event',
  {
    id: id(),
    silenceId: uuid('silence_id')
      .notNull()
      .references(() => silences.id),
    kind: text('kind', { enum: silenceEventKinds }).notNull(),
    at: instant('at').notNull(),
    /** The end it sets: of announce (proposed), open, extend and resume. */
    until: instant('until'),
    /** The break that is lifted, or the letter that is confirmed. */
    about: uuid('about'),
  },
  (table) => [
    index('silence_event_silence').on(table.silenceId, table.id),
    check(
      'silence_event_until',
      sql`(${table.kind} in ('announce', 'open', 'extend', 'resume')) = (${table.until} is not null)`,
    ),
    check(
      'silence_event_about',
      sql`(${table.kind} in ('lift', 'lateLift', 'confirmLetter')) = (${table.about} is not null)`,
    ),
  ],
);

/**
 * Who did it, for whom, and why. Apart from the event, since a body may keep to its chair who broke silence: then
 * `shown` is false, and others see that it was broken but not by whom.
 */
export const silenceAuthors = pgTable(
  'silence_author',
  {
    eventId: uuid('event_id')
      .primaryKey()
      .references(() => silenceEvents.id),
    silenceId: uuid('silence_id')
      .notNull()
      .references(() => silences.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** The nation acted for; none where chair or secretariat acts for the body. */
    partyId: uuid('party_id').references(() => parties.id),
    /** Chair or secretariat entered it on another's word: a nation's letter, or the chair's instruction. */
    onBehalf: boolean('on_behalf').notNull().default(false),
    shown: boolean('shown').notNull().default(true),
    /** Reason, words and paragraphs, under the text's key. */
    sealed: bytea('sealed').notNull(),
  },
  (table) => [index('silence_author_silence').on(table.silenceId)],
);

/** A scan of the letter by which a break reached the chair: read by whoever is told whose the break is. */
export const silenceLetters = pgTable(
  'silence_letter',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id, { onDelete: 'cascade' }),
    eventId: uuid('event_id')
      .notNull()
      .references(() => silenceEvents.id),
  },
  (table) => [index('silence_letter_event').on(table.eventId)],
);

/** What the clock alone gives reason to tell: a day, four hours and one hour before an end, and that it came. */
export const silenceNoticeKinds = ['day', 'fourHours', 'hour', 'adopted'] as const;

/** Of what the clock came to, who should know was told: once for each end a silence has had, however many workers run. */
export const silenceNotices = pgTable(
  'silence_notice',
  {
    silenceId: uuid('silence_id')
      .notNull()
      .references(() => silences.id),
    /** The end it speaks of: one that was moved is told of anew. */
    until: instant('until').notNull(),
    kind: text('kind', { enum: silenceNoticeKinds }).notNull(),
    toldAt: instant('told_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.silenceId, table.until, table.kind] })],
);
