import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { activities, courses, courseVersions, questions } from './courses.ts';
import { credentialTemplateVersions } from './credential-templates.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';
import { bankQuestionVersions } from './questions.ts';

/** People from named parties who take a course together, with dates. */
export const cohorts = pgTable('cohort', {
  id: id(),
  courseId: uuid('course_id')
    .notNull()
    .references(() => courses.id),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  startsAt: instant('starts_at').notNull(),
  dueAt: instant('due_at'),
  endsAt: instant('ends_at'),
  place: text('place').notNull().default(''),
  /** When seats may be asked for; null: from its making, until it starts. */
  opensAt: instant('opens_at'),
  closesAt: instant('closes_at'),
  /** Who has to agree before a seat is given. */
  approval: text('approval', { enum: ['none', 'coordinator', 'both'] })
    .notNull()
    .default('none'),
  /** Seats that belong to no party: given to the first in order whose own party has none left. */
  sharedSeats: integer('shared_seats').notNull().default(0),
  /** So many days before the start, seats a party has not filled go to the waiting list; null: never. */
  reofferDays: integer('reoffer_days').default(42),
  createdBy: uuid('created_by').references(() => people.id),
  createdAt: instant('created_at').notNull().defaultNow(),
  archivedAt: instant('archived_at'),
  revision: integer('revision').notNull().default(1),
});

/** Seats a party has in a cohort. */
export const cohortParties = pgTable(
  'cohort_party',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    seats: integer('seats').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.cohortId, table.partyId] }),
    check('cohort_party_seats', sql`${table.seats} >= 0`),
  ],
);

/** Who is in a cohort; enrolment follows from it. */
export const cohortMembers = pgTable(
  'cohort_member',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    addedBy: uuid('added_by').references(() => people.id),
    addedAt: instant('added_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.cohortId, table.personId] }),
    index('cohort_member_person').on(table.personId),
  ],
);

/** A person's path through a version of a course; at most one open path a course. */
export const enrolments = pgTable(
  'enrolment',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => courseVersions.id),
    cohortId: uuid('cohort_id').references(() => cohorts.id),
    enrolledBy: uuid('enrolled_by').references(() => people.id),
    enrolledAt: instant('enrolled_at').notNull().defaultNow(),
    dueAt: instant('due_at'),
    /** Where "continue" leads: the activity last opened. */
    lastActivityId: uuid('last_activity_id').references(() => activities.id),
    lastSeenAt: instant('last_seen_at'),
    language: text('language'),
    completedAt: instant('completed_at'),
    withdrawnAt: instant('withdrawn_at'),
    /** Set together with `withdrawnAt` when a renewal or a re-take began a new path: this one stays as evidence. */
    supersededAt: instant('superseded_at'),
    /** The requirement that opened this path again. */
    requirementId: uuid('requirement_id'),
  },
  (table) => [
    uniqueIndex('enrolment_open').on(table.personId, table.courseId).where(sql`${table.withdrawnAt} is null`),
    check('enrolment_superseded', sql`${table.supersededAt} is null or ${table.withdrawnAt} is not null`),
    index('enrolment_person').on(table.personId, table.id),
    index('enrolment_cohort').on(table.cohortId, table.id),
    index('enrolment_course').on(table.courseId, table.id),
  ],
);

/** How far one activity of an enrolment is. `anchor` is the heading last in view. */
export const activityProgress = pgTable(
  'activity_progress',
  {
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    firstSeenAt: instant('first_seen_at').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    anchor: text('anchor'),
    completedAt: instant('completed_at'),
  },
  (table) => [primaryKey({ columns: [table.enrolmentId, table.activityId] })],
);

/** One try at a quiz. `seed` fixes the order questions and choices are shown in. */
export const attempts = pgTable(
  'attempt',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    seed: integer('seed').notNull(),
    startedAt: instant('started_at').notNull(),
    /** By the server's clock; null without a limit. */
    endsAt: instant('ends_at'),
    submittedAt: instant('submitted_at'),
    points: doublePrecision('points'),
    outOf: doublePrecision('out_of'),
    percent: integer('percent'),
    passed: boolean('passed'),
    /** The bank's question versions this attempt asks, in order, with their points: fixed at the start. */
    drawn: jsonb('drawn').$type<{ key: string; versionId: string; points: number }[] | null>(),
    /** Null while something waits to be marked by a person. */
    gradedAt: instant('graded_at'),
  },
  (table) => [
    uniqueIndex('attempt_number').on(table.enrolmentId, table.activityId, table.number),
    uniqueIndex('attempt_open')
      .on(table.enrolmentId, table.activityId)
      .where(sql`${table.submittedAt} is null`),
    index('attempt_person').on(table.personId, table.id),
    index('attempt_activity').on(table.activityId, table.id),
    index('attempt_waiting')
      .on(table.activityId, table.id)
      .where(sql`${table.submittedAt} is not null and ${table.gradedAt} is null`),
  ],
);

/** The answer that stands for a question: the one with the highest sequence number. */
export const attemptAnswers = pgTable(
  'attempt_answer',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    sequence: integer('sequence').notNull(),
    answer: jsonb('answer').$type<{ choices: string[] } | { text: string }>().notNull(),
    savedAt: instant('saved_at').notNull(),
    points: doublePrecision('points'),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.questionId] })],
);

/** An answer to a bank question in an attempt; of two, the higher sequence stands. Unanswered ones are added at the end. */
export const attemptResponses = pgTable(
  'attempt_response',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    /** The question's key within the attempt. */
    key: text('key').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => bankQuestionVersions.id),
    sequence: integer('sequence').notNull(),
    answer: jsonb('answer').$type<Record<string, unknown> | null>(),
    /** How sure the learner was: 1 low, 2 middle, 3 high; null where it is not asked. */
    certainty: integer('certainty'),
    /** Milliseconds the question was in view, as the browser counted. */
    milliseconds: integer('milliseconds'),
    savedAt: instant('saved_at').notNull(),
    /** From 0 to 1, before certainty; with `points` null while the answer may change, or waits for a person. */
    score: doublePrecision('score'),
    points: doublePrecision('points'),
    outOf: doublePrecision('out_of'),
    /** Who marked it, where a person did. */
    markedBy: uuid('marked_by').references(() => people.id),
    markedAt: instant('marked_at'),
    comment: text('comment'),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.key] }),
    index('attempt_response_version').on(table.versionId, table.attemptId),
  ],
);

/** More time, more attempts or other dates for one person at one quiz or assignment, with the reason. */
export const activityExtensions = pgTable(
  'activity_extension',
  {
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    activityKey: text('activity_key').notNull(),
    extraMinutes: integer('extra_minutes').notNull().default(0),
    extraAttempts: integer('extra_attempts').notNull().default(0),
    closesAt: instant('closes_at'),
    dueAt: instant('due_at'),
    reason: text('reason').notNull(),
    givenBy: uuid('given_by')
      .notNull()
      .references(() => people.id),
    givenAt: instant('given_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.enrolmentId, table.activityKey] })],
);

/** What an enrolment earned. */
export const credentials = pgTable(
  'credential',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .unique()
      .references(() => enrolments.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    /** What the public page is asked by; not guessable. */
    publicId: text('public_id').notNull().unique(),
    issuedAt: instant('issued_at').notNull(),
    validUntil: instant('valid_until'),
    revokedAt: instant('revoked_at'),
    revokedReason: text('revoked_reason'),
    revokedBy: uuid('revoked_by').references(() => people.id),
    /** The course version it was earned on: what a required re-take compares. */
    versionId: uuid('version_id').references(() => courseVersions.id),
    /** The version of a template it was given under; null: the house's words. */
    templateId: uuid('template_id'),
    templateVersion: integer('template_version'),
    /** The course's length and the number of its version, as they were then. */
    facts: jsonb('facts').$type<{ minutes: number; version: number } | null>(),
  },
  (table) => [
    foreignKey({
      name: 'credential_template_of',
      columns: [table.templateId, table.templateVersion],
      foreignColumns: [credentialTemplateVersions.templateId, credentialTemplateVersions.number],
    }),
    index('credential_person').on(table.personId, table.id),
    index('credential_ends').on(table.validUntil).where(sql`${table.revokedAt} is null`),
  ],
);

/** What the public page shows of a credential, and nothing more. */
export const credentialProofs = pgTable('credential_proof', {
  publicId: text('public_id').primaryKey(),
  holderName: text('holder_name').notNull(),
  titles: jsonb('titles').$type<Record<string, string>>().notNull(),
  issuedAt: instant('issued_at').notNull(),
  validUntil: instant('valid_until'),
  revokedAt: instant('revoked_at'),
});
