import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { bodies } from './consultation.ts';
import { markings } from './markings.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';
import { silences } from './silence.ts';
import { texts, textVersions } from './texts.ts';

/** The numbers of a body's decisions, which all who sit in it may read; given at adoption, without gaps. */
export const decisionNumbers = pgTable(
  'decision_number',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    year: integer('year').notNull(),
    sequence: integer('sequence').notNull(),
    effectiveAt: instant('effective_at').notNull(),
    /** SHA-256, in hex, of the sheet: what the next one's chain refers to, also where the sheet may not be read. */
    hash: text('hash').notNull(),
  },
  (table) => [uniqueIndex('decision_number_body').on(table.bodyId, table.year, table.sequence)],
);

/**
 * What was agreed. `sealed` holds the sheet as canonical JSON under the text's key; its hash stands
 * with the number; `signature` is Ed25519 over the hash and the one before it in the body's chain. Written once.
 */
export const decisions = pgTable(
  'decision',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => decisionNumbers.id),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => bodies.id),
    textId: uuid('text_id')
      .notNull()
      .references(() => texts.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => textVersions.id),
    procedure: text('procedure', { enum: ['silence', 'meeting'] }).notNull(),
    silenceId: uuid('silence_id')
      .unique()
      .references(() => silences.id),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    title: text('title').notNull(),
    sealed: bytea('sealed').notNull(),
    previousHash: text('previous_hash').notNull(),
    signature: text('signature').notNull(),
    keyId: text('key_id').notNull(),
    effectiveAt: instant('effective_at').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [
    index('decision_body').on(table.bodyId, table.id),
    index('decision_text').on(table.textId),
    // A version is adopted once, whatever the procedure.
    uniqueIndex('decision_version').on(table.versionId),
  ],
);

/** What a text refers to among a body's decisions, and so what its own decision will: a correction is a new decision. */
export const decisionReferences = pgTable(
  'decision_reference',
  {
    id: id(),
    textId: uuid('text_id')
      .notNull()
      .references(() => texts.id),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisionNumbers.id),
    relation: text('relation', { enum: ['corrects', 'replaces', 'follows'] }).notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    uniqueIndex('decision_reference_text').on(table.textId, table.decisionId),
    index('decision_reference_decision').on(table.decisionId),
  ],
);

/** Public halves of the keys that signed decisions, kept for good: whoever has a signature can check it. */
export const signingKeys = pgTable('signing_key', {
  id: text('id').primaryKey(),
  /** SPKI in PEM. */
  publicKey: text('public_key').notNull(),
  /** SHA-256, in hex, of the SPKI in DER: what is compared by another channel. */
  fingerprint: text('fingerprint').notNull(),
  firstUsedAt: instant('first_used_at').notNull(),
});

/** What follows from a decision: who does what by when. Words under the text's key. */
export const decisionActions = pgTable(
  'decision_action',
  {
    id: id(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisions.id),
    sealed: bytea('sealed').notNull(),
    partyId: uuid('party_id').references(() => parties.id),
    personId: uuid('person_id').references(() => people.id),
    dueOn: date('due_on'),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
    doneBy: uuid('done_by').references(() => people.id),
    doneAt: instant('done_at'),
  },
  (table) => [
    index('decision_action_decision').on(table.decisionId, table.id),
    index('decision_action_person').on(table.personId).where(sql`${table.doneAt} is null`),
    index('decision_action_party').on(table.partyId).where(sql`${table.doneAt} is null`),
  ],
);

/** What a nation has said for the record on a version: an explanation of position or an interpretation. */
export const statements = pgTable(
  'statement',
  {
    id: id(),
    textId: uuid('text_id')
      .notNull()
      .references(() => texts.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => textVersions.id),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    kind: text('kind', { enum: ['explanation', 'interpretation'] }).notNull(),
    sealed: bytea('sealed').notNull(),
    markingId: uuid('marking_id')
      .notNull()
      .references(() => markings.id),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('statement_text').on(table.textId, table.id)],
);

/** Decisions marked for the public: chosen fields apart from the decision itself, no hole in READ. */
export const publicDecisions = pgTable('public_decision', {
  id: uuid('id')
    .primaryKey()
    .references(() => decisions.id),
  /** Number, title, body, paragraphs, date, hash, signature and key, as anyone may read them. */
  sheet: jsonb('sheet').$type<Record<string, unknown>>().notNull(),
  publishedBy: uuid('published_by')
    .notNull()
    .references(() => people.id),
  publishedAt: instant('published_at').notNull(),
  /** Taken back: nobody outside sees it any more. */
  withdrawnAt: instant('withdrawn_at'),
});
