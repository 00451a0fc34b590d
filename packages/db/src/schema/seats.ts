import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { workRoles } from './competence.ts';
import { cohorts, enrolments } from './learning.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';

/**
 * The ledger of a cohort's seats: append-only, in the one order of `place`, which is given under the cohort's row lock.
 * Who holds a seat follows from it by the pure function allocate(ledger, quotas) (DESIGN 3, invariant 5).
 */
export const seatEntries = pgTable(
  'seat_entry',
  {
    id: id(),
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    kind: text('kind', {
      enum: [
        'request',
        'coordinatorAgreed',
        'directorAgreed',
        'refused',
        'withdrawn',
        'quota',
        'shared',
        'reoffered',
        'moved',
        'settings',
      ],
    }).notNull(),
    partyId: uuid('party_id').references(() => parties.id),
    personId: uuid('person_id').references(() => people.id),
    /** Seats a quota or the shared pool has from here on. */
    seats: integer('seats'),
    /** What decides from here on: whose agreement is asked, and when unfilled seats open to all (null: never). */
    approval: text('approval', { enum: ['none', 'coordinator', 'both'] }),
    reofferAt: instant('reoffer_at'),
    /** An operational emergency goes before the others of the same moment; it needs a reason. */
    urgent: boolean('urgent').notNull().default(false),
    reason: text('reason').notNull().default(''),
    /** The rule that asked, or that let go of whom it no longer covers. */
    ruleId: uuid('rule_id').references((): AnyPgColumn => cohortRules.id),
    actorId: uuid('actor_id').references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('seat_entry_place').on(table.cohortId, table.place),
    index('seat_entry_person').on(table.personId, table.cohortId),
    index('seat_entry_rule').on(table.ruleId).where(sql`${table.ruleId} is not null`),
    check('seat_entry_settings', sql`(${table.kind} = 'settings') = (${table.approval} is not null)`),
  ],
);

/** "Everyone with work role R in party P joins": applied when the rule is made and when somebody begins to match. */
export const cohortRules = pgTable(
  'cohort_rule',
  {
    id: id(),
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    workRoleId: uuid('work_role_id').references(() => workRoles.id),
    role: text('role'),
    partyId: uuid('party_id').references(() => parties.id),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('cohort_rule_cohort').on(table.cohortId),
    check('cohort_rule_one', sql`num_nonnulls(${table.workRoleId}, ${table.role}) = 1`),
  ],
);

/** When an activity is due in a cohort, apart from the cohort's own deadline. */
export const cohortDeadlines = pgTable(
  'cohort_deadline',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    activityKey: text('activity_key').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.activityKey] })],
);

/** A message to people in a cohort, sealed under the cohort's key. Its mail says only that there is one. */
export const cohortMessages = pgTable(
  'cohort_message',
  {
    id: id(),
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    sealed: bytea('sealed').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** Whom it was for when it was sent: everybody, who had not begun, who was overdue. */
    audience: text('audience', { enum: ['all', 'notBegun', 'overdue'] })
      .notNull()
      .default('all'),
    /** How many it went to. */
    people: integer('people').notNull().default(0),
  },
  (table) => [index('cohort_message_cohort').on(table.cohortId, table.id)],
);

/** Who a message went to. */
export const cohortMessageReaders = pgTable(
  'cohort_message_reader',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => cohortMessages.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.personId] }),
    index('cohort_message_reader_person').on(table.personId, table.messageId),
  ],
);

/** A person's decision over a computed result, with the reason; the newest stands, none is ever changed. */
export const gradeDecisions = pgTable(
  'grade_decision',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    /** Null: the course as a whole. */
    activityKey: text('activity_key'),
    outcome: text('outcome', { enum: ['pass', 'fail', 'computed'] }).notNull(),
    percent: doublePrecision('percent'),
    reason: text('reason').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    index('grade_decision_enrolment').on(table.enrolmentId, table.activityKey, table.id),
    check('grade_decision_percent', sql`${table.percent} between 0 and 100`),
  ],
);

/** What waits for a person's daily digest: a notice that was not mailed at once. */
export const digestItems = pgTable(
  'digest_item',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    notificationId: uuid('notification_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
  },
  (table) => [index('digest_item_waiting').on(table.personId, table.id).where(sql`${table.sentAt} is null`)],
);
