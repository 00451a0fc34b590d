import { sql } from 'drizzle-orm';
import {
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
import { courses } from './courses.ts';
import { cohorts, enrolments } from './learning.ts';
import { people } from './people.ts';

/**
 * Work handed in for an assignment: text sealed under the enrolment's key, and files. A draft until `submitted_at`;
 * returned for resubmission, the next number begins.
 */
export const submissions = pgTable(
  'submission',
  {
    id: id(),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    activityKey: text('activity_key').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    number: integer('number').notNull(),
    sealed: bytea('sealed').notNull(),
    fileIds: uuid('file_ids').array().notNull().default(sql`'{}'`),
    /** The browser's count of saves: an older one never overwrites a newer. */
    sequence: integer('sequence').notNull().default(0),
    savedAt: instant('saved_at').notNull().defaultNow(),
    submittedAt: instant('submitted_at'),
    /** When as many markers as are asked for had decided: from then on they see each other's judgements. */
    revealedAt: instant('revealed_at'),
    /** What came of it, once its markers agree or a third has settled it: from then on its author sees it. */
    outcome: text('outcome', { enum: ['pass', 'fail', 'return'] }),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    check('submission_decided', sql`(${table.outcome} is null) = (${table.decidedAt} is null)`),
    uniqueIndex('submission_number').on(table.enrolmentId, table.activityKey, table.number),
    index('submission_course').on(table.courseId, table.activityKey, table.submittedAt),
    index('submission_person').on(table.personId, table.id),
  ],
);

/** One marker's judgement of a submission: points by criterion of the rubric, remarks, an outcome once decided. */
export const assessments = pgTable(
  'assessment',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    markerId: uuid('marker_id')
      .notNull()
      .references(() => people.id),
    /** 1 the first to decide, 2 the second, 3 who settles where they differ; null while it is being written. */
    place: integer('place'),
    /** Points by criterion; the words stand sealed beside them. */
    scores: jsonb('scores').$type<Record<string, number>>().notNull(),
    sealed: bytea('sealed').notNull(),
    outcome: text('outcome', { enum: ['pass', 'fail', 'return'] }),
    revision: integer('revision').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    uniqueIndex('assessment_place').on(table.submissionId, table.place),
    uniqueIndex('assessment_one').on(table.submissionId, table.markerId),
    index('assessment_marker').on(table.markerId, table.id),
    check('assessment_decided', sql`(${table.outcome} is null) = (${table.decidedAt} is null)`),
    check('assessment_placed', sql`(${table.place} is null) = (${table.decidedAt} is null)`),
  ],
);

/** A remark of a marker anchored in the submitted text, by offsets and the words it stands on. */
export const assessmentRemarks = pgTable(
  'assessment_remark',
  {
    id: id(),
    assessmentId: uuid('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    starts: integer('starts').notNull(),
    ends: integer('ends').notNull(),
    sealed: bytea('sealed').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('assessment_remark_of').on(table.assessmentId, table.starts)],
);

/** A live session of a course: when, where, for which cohort (null: for everybody on the course). */
export const liveSessions = pgTable(
  'live_session',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    activityKey: text('activity_key').notNull(),
    cohortId: uuid('cohort_id').references(() => cohorts.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    timeZone: text('time_zone').notNull(),
    place: text('place').notNull().default(''),
    link: text('link').notNull().default(''),
    notes: text('notes').notNull().default(''),
    hostId: uuid('host_id').references(() => people.id),
    /** How many there is room for; null: no limit is said. */
    capacity: integer('capacity'),
    /** Why it was last changed, or cancelled; empty as long as it stands as it was planned. */
    reason: text('reason').notNull().default(''),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    cancelledAt: instant('cancelled_at'),
    /** The calendar entry's SEQUENCE (RFC 5545, 3.8.7.4). */
    revision: integer('revision').notNull().default(0),
  },
  (table) => [
    index('live_session_course').on(table.courseId, table.startsAt),
    index('live_session_cohort').on(table.cohortId, table.startsAt),
    index('live_session_host').on(table.hostId, table.startsAt),
    check('live_session_order', sql`${table.endsAt} > ${table.startsAt}`),
    check('live_session_capacity', sql`${table.capacity} > 0`),
  ],
);

/** Who was at a live session, as its staff noted. */
export const attendances = pgTable(
  'attendance',
  {
    liveSessionId: uuid('live_session_id')
      .notNull()
      .references(() => liveSessions.id, { onDelete: 'cascade' }),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['present', 'absent', 'excused'] }).notNull(),
    notedBy: uuid('noted_by').references(() => people.id),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.liveSessionId, table.enrolmentId] }),
    index('attendance_enrolment').on(table.enrolmentId),
  ],
);

/** Each time attendance was noted, and by whom: only added to, so that a correction shows what it corrected. */
export const attendanceEntries = pgTable(
  'attendance_entry',
  {
    id: id(),
    liveSessionId: uuid('live_session_id')
      .notNull()
      .references(() => liveSessions.id, { onDelete: 'cascade' }),
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['present', 'absent', 'excused'] }).notNull(),
    /** Why a late correction was made; empty for what was noted in time. */
    reason: text('reason').notNull().default(''),
    notedBy: uuid('noted_by')
      .notNull()
      .references(() => people.id),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [index('attendance_entry_of').on(table.liveSessionId, table.enrolmentId, table.id)],
);
