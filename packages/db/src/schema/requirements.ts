import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { exerciseColours } from '../enums.ts';
import { id, instant } from './columns.ts';
import { courses } from './courses.ts';
import { credentials, enrolments } from './learning.ts';
import { levels } from './markings.ts';
import { people } from './people.ts';

/**
 * "Holders of this role (or seat) need this, valid on that date": what readiness is computed from. `subjectId` is the
 * work role, the cohort (whose members, or whoever asked for a seat, are meant) or the course version; `role` the
 * appointment's role. An empty `partyIds` means every party.
 */
export const requirements = pgTable(
  'requirement',
  {
    id: id(),
    titles: jsonb('titles').$type<Record<string, string>>().notNull(),
    subject: text('subject', {
      enum: ['everyone', 'appointment', 'workRole', 'cohort', 'seat', 'courseVersion'],
    }).notNull(),
    role: text('role'),
    subjectId: uuid('subject_id'),
    partyIds: uuid('party_ids').array().notNull().default(sql`'{}'`),
    /** Null: valid now, always; else valid on this instant (the last day of an exercise). */
    validOn: instant('valid_on'),
    /** A credential counts for so many months from its issue, whatever it says itself; null: as long as it says. */
    validMonths: integer('valid_months'),
    /** How many days before a credential ends its renewal opens. */
    renewalDays: integer('renewal_days').notNull().default(60),
    /** Days before the end on which the person is reminded. */
    remindDays: integer('remind_days').array().notNull().default(sql`'{30,14,3}'`),
    /** How many days a newcomer has, from the day the requirement begins to hold for them. */
    graceDays: integer('grace_days').notNull().default(0),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('requirement_subject').on(table.subject, table.subjectId),
    check('requirement_role', sql`(${table.subject} = 'appointment') = (${table.role} is not null)`),
    check(
      'requirement_for',
      sql`(${table.subject} in ('workRole', 'cohort', 'seat', 'courseVersion')) = (${table.subjectId} is not null)`,
    ),
    check('requirement_valid_months', sql`${table.validMonths} > 0`),
  ],
);

/** One thing a requirement asks: a course's credential, an attested level, or a part played in an exercise. */
export const requirementNeeds = pgTable(
  'requirement_need',
  {
    id: id(),
    requirementId: uuid('requirement_id')
      .notNull()
      .references(() => requirements.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['credential', 'attestation', 'part'] }).notNull(),
    courseId: uuid('course_id').references(() => courses.id),
    level: integer('level').references(() => levels.rank),
    /** Of a part: the role of the published vocabulary; null: any. */
    colour: text('colour', { enum: exerciseColours }),
    /** Of a part: for how many months from the exercise's end it counts. */
    months: integer('months'),
  },
  (table) => [
    uniqueIndex('requirement_need_position').on(table.requirementId, table.position),
    index('requirement_need_course').on(table.courseId),
    check(
      'requirement_need_kind',
      sql`(${table.kind} = 'credential') = (${table.courseId} is not null)
      and (${table.kind} = 'attestation') = (${table.level} is not null)
      and (${table.kind} = 'part') = (${table.months} is not null)
      and (${table.kind} = 'part' or ${table.colour} is null)`,
    ),
    check('requirement_need_months', sql`${table.months} > 0`),
  ],
);

/** That a renewal was opened for a person, and which reminders went out: each once. Validity itself is derived. */
export const renewals = pgTable(
  'renewal',
  {
    id: id(),
    requirementId: uuid('requirement_id')
      .notNull()
      .references(() => requirements.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    /** The evidence that ends; null where there was none. */
    credentialId: uuid('credential_id').references(() => credentials.id),
    enrolmentId: uuid('enrolment_id').references(() => enrolments.id),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at'),
    reminded: integer('reminded').array().notNull().default(sql`'{}'`),
    managerTold: boolean('manager_told').notNull().default(false),
  },
  (table) => [
    uniqueIndex('renewal_one').on(
      table.requirementId,
      table.personId,
      table.courseId,
      sql`coalesce(${table.credentialId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    index('renewal_person').on(table.personId, table.id),
  ],
);

/**
 * That people were told of a part in an exercise whose end comes near, and which reminders went out: each once. Whether it
 * still does is derived; a part played anew, or a requirement that counts it otherwise, has another end and another row.
 */
export const partRenewals = pgTable(
  'part_renewal',
  {
    id: id(),
    requirementId: uuid('requirement_id')
      .notNull()
      .references(() => requirements.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The role that is asked for; null: any. */
    colour: text('colour', { enum: exerciseColours }),
    /** Until when the part counts that ends. */
    dueAt: instant('due_at').notNull(),
    openedAt: instant('opened_at').notNull(),
    reminded: integer('reminded').array().notNull().default(sql`'{}'`),
  },
  (table) => [
    uniqueIndex('part_renewal_one').on(
      table.requirementId,
      table.personId,
      sql`coalesce(${table.colour}, '')`,
      table.dueAt,
    ),
    index('part_renewal_due').on(table.dueAt),
  ],
);
