import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { bodies, threads } from './consultation.ts';
import { markings } from './markings.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';

const textId = () =>
  uuid('text_id')
    .notNull()
    .references(() => texts.id);
const markingId = () =>
  uuid('marking_id')
    .notNull()
    .references(() => markings.id);
const partyId = () =>
  uuid('party_id')
    .notNull()
    .references(() => parties.id);
const person = (name: string) => uuid(name).references(() => people.id);

/** A draft under consultation in a body. What it says lies in its versions; the chair alone makes them. */
export const texts = pgTable(
  'text',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    title: text('title').notNull(),
    /** As the chair cites it; free words, since a counted one would tell of texts that may not be read. */
    reference: text('reference').notNull().default(''),
    markingId: markingId(),
    /** The thread in which it is talked about. */
    threadId: uuid('thread_id').references(() => threads.id),
    createdBy: person('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('text_body').on(table.bodyId, table.id), index('text_marking').on(table.markingId)],
);

/**
 * One immutable version of a text. `sealed` holds its paragraphs and the chair's note under the text's key;
 * `contentHash` is SHA-256, in hex, over their canonical JSON with title and marking.
 */
export const textVersions = pgTable(
  'text_version',
  {
    id: id(),
    textId: textId(),
    number: integer('number').notNull(),
    contentHash: text('content_hash').notNull(),
    paragraphs: integer('paragraphs').notNull(),
    sealed: bytea('sealed').notNull(),
    markingId: markingId(),
    madeBy: person('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [uniqueIndex('text_version_number').on(table.textId, table.number)],
);

/** A version the chair is writing, kept for its writer alone; sealed under the person's own key. */
export const textDrafts = pgTable(
  'text_draft',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    textId: textId(),
    sealed: bytea('sealed').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.textId] })],
);

/** Where the chair sees a paragraph stand, added to and never changed: the last row of a paragraph counts. */
export const paragraphStandings = pgTable(
  'paragraph_standing',
  {
    id: id(),
    textId: textId(),
    paragraphId: uuid('paragraph_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => textVersions.id),
    standing: text('standing', { enum: ['open', 'adReferendum', 'agreed'] }).notNull(),
    setBy: person('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [index('paragraph_standing_text').on(table.textId, table.id)],
);

/** A nation that keeps an option of a bracket in the text, from an instant until it lets go. */
export const bracketHolders = pgTable(
  'bracket_holder',
  {
    id: id(),
    textId: textId(),
    bracketId: uuid('bracket_id').notNull(),
    optionId: uuid('option_id').notNull(),
    partyId: partyId(),
    heldBy: person('held_by').notNull(),
    heldAt: instant('held_at').notNull(),
    droppedBy: person('dropped_by'),
    droppedAt: instant('dropped_at'),
  },
  (table) => [
    uniqueIndex('bracket_holder_live')
      .on(table.textId, table.bracketId, table.optionId, table.partyId)
      .where(sql`${table.droppedAt} is null`),
    check('bracket_holder_dropped', sql`(${table.droppedBy} is null) = (${table.droppedAt} is null)`),
  ],
);

/**
 * A proposal to change one version: words for a paragraph, words after one (after none: at the beginning), or its
 * deletion. `sealed` holds words and reason under the text's key. It is no edit: the chair makes versions.
 */
export const amendments = pgTable(
  'amendment',
  {
    id: id(),
    textId: textId(),
    baseVersionId: uuid('base_version_id')
      .notNull()
      .references(() => textVersions.id),
    kind: text('kind', { enum: ['replace', 'insert', 'delete'] }).notNull(),
    paragraphId: uuid('paragraph_id'),
    sealed: bytea('sealed').notNull(),
    markingId: markingId(),
    partyId: partyId(),
    tabledBy: person('tabled_by').notNull(),
    tabledAt: instant('tabled_at').notNull(),
    source: text('source', { enum: ['portal', 'word'] })
      .notNull()
      .default('portal'),
    outcome: text('outcome', { enum: ['accepted', 'merged', 'rejected', 'withdrawn'] }),
    decidedBy: person('decided_by'),
    decidedAt: instant('decided_at'),
    /** Why the chair decided so, under the text's key. */
    decision: bytea('decision'),
    /** The version that took it in, where one did. */
    inVersionId: uuid('in_version_id').references(() => textVersions.id),
  },
  (table) => [
    index('amendment_text').on(table.textId, table.id),
    check('amendment_target', sql`${table.kind} = 'insert' or ${table.paragraphId} is not null`),
    check(
      'amendment_decided',
      sql`(${table.outcome} is null) = (${table.decidedBy} is null) and (${table.outcome} is null) = (${table.decidedAt} is null)`,
    ),
  ],
);

/** A nation that joins another's amendment. */
export const amendmentSponsors = pgTable(
  'amendment_sponsor',
  {
    id: id(),
    amendmentId: uuid('amendment_id')
      .notNull()
      .references(() => amendments.id),
    partyId: partyId(),
    joinedBy: person('joined_by').notNull(),
    joinedAt: instant('joined_at').notNull(),
    leftBy: person('left_by'),
    leftAt: instant('left_at'),
  },
  (table) => [
    uniqueIndex('amendment_sponsor_live')
      .on(table.amendmentId, table.partyId)
      .where(sql`${table.leftAt} is null`),
  ],
);

export const stances = [
  'agree',
  'noObjection',
  'agreeWithComment',
  'reservation',
  'cannotAccept',
  'awaitingInstructions',
  'notParticipating',
] as const;

/**
 * A nation's stance on one version. Added to: a later one ends the one before. Without `releasedAt` it is prepared
 * only, and nobody outside the delegation sees it. `sealed` holds words under the text's key (reference B.3).
 */
export const positions = pgTable(
  'position',
  {
    id: id(),
    textId: textId(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => textVersions.id),
    partyId: partyId(),
    stance: text('stance', { enum: stances }).notNull(),
    sealed: bytea('sealed').notNull(),
    markingId: markingId(),
    /** Whether it was taken on instruction from the capital. */
    instructed: boolean('instructed').notNull().default(false),
    preparedBy: person('prepared_by').notNull(),
    preparedAt: instant('prepared_at').notNull(),
    releasedBy: person('released_by'),
    releasedAt: instant('released_at'),
    /** When a later one took its place, or it was taken back before release. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('position_live')
      .on(table.versionId, table.partyId)
      .where(sql`${table.releasedAt} is not null and ${table.endedAt} is null`),
    index('position_text').on(table.textId, table.id),
    index('position_prepared')
      .on(table.partyId)
      .where(sql`${table.releasedAt} is null and ${table.endedAt} is null`),
    check('position_released', sql`(${table.releasedBy} is null) = (${table.releasedAt} is null)`),
  ],
);

export const reservationKinds = [
  'general',
  'scrutiny',
  'parliamentaryScrutiny',
  'waiting',
  'linguistic',
  'other',
] as const;

/** A named doubt of a nation about a version or some of its paragraphs, until it is lifted (reference B.4). */
export const reservations = pgTable(
  'reservation',
  {
    id: id(),
    textId: textId(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => textVersions.id),
    partyId: partyId(),
    kind: text('kind', { enum: reservationKinds }).notNull(),
    /** The paragraphs it is about; none means the whole. */
    paragraphIds: uuid('paragraph_ids').array().notNull().default(sql`'{}'`),
    sealed: bytea('sealed').notNull(),
    markingId: markingId(),
    expectedLift: date('expected_lift'),
    enteredBy: person('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
    /** The one on an older version that this maintains. */
    maintains: uuid('maintains'),
    liftedBy: person('lifted_by'),
    liftedAt: instant('lifted_at'),
  },
  (table) => [
    index('reservation_text').on(table.textId, table.id),
    check('reservation_lifted', sql`(${table.liftedBy} is null) = (${table.liftedAt} is null)`),
  ],
);

/** What a delegation writes beside a paragraph for itself; sealed under a key of the text and the nation. */
export const marginNotes = pgTable(
  'margin_note',
  {
    id: id(),
    textId: textId(),
    partyId: partyId(),
    /** None: about the whole text. */
    paragraphId: uuid('paragraph_id'),
    sealed: bytea('sealed').notNull(),
    writtenBy: person('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
    changedAt: instant('changed_at'),
    removedAt: instant('removed_at'),
  },
  (table) => [index('margin_note_text').on(table.textId, table.partyId, table.id)],
);

/** What a nation has settled for its delegation in a body. */
export const delegationSettings = pgTable(
  'delegation_setting',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    partyId: partyId(),
    /** Whether a position is prepared by one person and released by another. */
    fourEyes: boolean('four_eyes').notNull().default(false),
    changedBy: person('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [uniqueIndex('delegation_setting_party').on(table.bodyId, table.partyId)],
);
