import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
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
import { lessonOutcomes, lessonStepKinds, observationKinds } from '../enums.ts';
import { bytea, id, instant } from './columns.ts';
import { courses } from './courses.ts';
import { exerciseObjectives, exercises, exerciseTeams } from './exercises.ts';
import { injects } from './injects.ts';
import { markings } from './markings.ts';
import { people } from './people.ts';
import { requirements } from './requirements.ts';
import { texts } from './texts.ts';

const exerciseId = () =>
  uuid('exercise_id')
    .notNull()
    .references(() => exercises.id, { onDelete: 'cascade' });
const markingId = () =>
  uuid('marking_id')
    .notNull()
    .references(() => markings.id);
const by = () =>
  uuid('by')
    .notNull()
    .references(() => people.id);

/** The talk right after an exercise: once opened, all who took part read what was seen. `groupId`: where it has got to. */
export const hotWashes = pgTable('exercise_hot_wash', {
  exerciseId: uuid('exercise_id')
    .primaryKey()
    .references(() => exercises.id, { onDelete: 'cascade' }),
  openedAt: instant('opened_at').notNull(),
  openedBy: uuid('opened_by')
    .notNull()
    .references(() => people.id),
  groupId: uuid('group_id').references((): AnyPgColumn => washGroups.id),
  closedAt: instant('closed_at'),
});

/** Observations that are talked about together; the title lies under the exercise's key. */
export const washGroups = pgTable(
  'exercise_wash_group',
  {
    id: id(),
    exerciseId: exerciseId(),
    position: integer('position').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [index('exercise_wash_group_exercise').on(table.exerciseId, table.position)],
);

/**
 * What somebody in an exercise saw: to be kept up, or to be done better. What happened and where that can be seen lie
 * sealed. In the hot wash it stands in a group, and what says the same stands within another.
 */
export const observations = pgTable(
  'exercise_observation',
  {
    id: id(),
    exerciseId: exerciseId(),
    kind: text('kind', { enum: observationKinds }).notNull(),
    teamId: uuid('team_id').references(() => exerciseTeams.id, { onDelete: 'set null' }),
    objectiveId: uuid('objective_id').references(() => exerciseObjectives.id, { onDelete: 'set null' }),
    injectId: uuid('inject_id').references(() => injects.id, { onDelete: 'set null' }),
    sealed: bytea('sealed').notNull(),
    markingId: markingId(),
    by: by(),
    at: instant('at').notNull(),
    removedAt: instant('removed_at'),
    groupId: uuid('group_id').references(() => washGroups.id, { onDelete: 'set null' }),
    position: integer('position').notNull().default(0),
    intoId: uuid('into_id').references((): AnyPgColumn => observations.id),
  },
  (table) => [
    index('exercise_observation_exercise').on(table.exerciseId, table.at),
    index('exercise_observation_marking').on(table.markingId),
    check('exercise_observation_into', sql`${table.intoId} <> ${table.id}`),
  ],
);

/** What follows from observations. How far it is follows from its steps and its actions, and is stored nowhere. */
export const lessons = pgTable(
  'lesson',
  {
    id: id(),
    exerciseId: exerciseId(),
    number: integer('number').notNull(),
    /** Title, issue, cause and proposal, under the exercise's key. */
    sealed: bytea('sealed').notNull(),
    markingId: markingId(),
    by: by(),
    at: instant('at').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    uniqueIndex('lesson_number').on(table.exerciseId, table.number),
    index('lesson_marking').on(table.markingId),
  ],
);

/** The observations a lesson was identified from. */
export const lessonObservations = pgTable(
  'lesson_observation',
  {
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    observationId: uuid('observation_id')
      .notNull()
      .references(() => observations.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.lessonId, table.observationId] }),
    index('lesson_observation_of').on(table.observationId),
  ],
);

/** What is done about a lesson, by whom, until the end of which day where the exercise was. */
export const lessonActions = pgTable(
  'lesson_action',
  {
    id: id(),
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    exerciseId: exerciseId(),
    sealed: bytea('sealed').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    dueOn: date('due_on').notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    index('lesson_action_lesson').on(table.lessonId, table.id),
    index('lesson_action_person').on(table.personId, table.dueOn),
  ],
);

/** What was decided over a lesson or one of its actions, with the reason; only added to. */
export const lessonSteps = pgTable(
  'lesson_step',
  {
    id: id(),
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    exerciseId: exerciseId(),
    actionId: uuid('action_id').references(() => lessonActions.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: lessonStepKinds }).notNull(),
    /** Reason, and where the evidence is. */
    sealed: bytea('sealed').notNull(),
    by: by(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('lesson_step_lesson').on(table.lessonId, table.id),
    index('lesson_step_action').on(table.actionId, table.id),
    check(
      'lesson_step_of',
      sql`(${table.kind} in ('done', 'undone', 'dropped', 'changed')) = (${table.actionId} is not null)`,
    ),
  ],
);

/** What an action became: a unit of a course, an inject of another exercise, a document, a requirement. */
export const lessonLinks = pgTable(
  'lesson_link',
  {
    id: id(),
    actionId: uuid('action_id')
      .notNull()
      .references(() => lessonActions.id, { onDelete: 'cascade' }),
    exerciseId: exerciseId(),
    kind: text('kind', { enum: lessonOutcomes }).notNull(),
    courseId: uuid('course_id').references(() => courses.id),
    /** The unit's key in the course: versions copy it. */
    unitKey: text('unit_key'),
    injectId: uuid('inject_id').references(() => injects.id),
    requirementId: uuid('requirement_id').references(() => requirements.id),
    /** The text that was laid before a body to change a document. */
    textId: uuid('text_id').references(() => texts.id),
    /** Of a document that is kept elsewhere: what changed, and its address. */
    sealed: bytea('sealed'),
    by: by(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('lesson_link_action').on(table.actionId),
    index('lesson_link_course').on(table.courseId, table.unitKey),
    index('lesson_link_inject').on(table.injectId),
    index('lesson_link_requirement').on(table.requirementId),
    index('lesson_link_text').on(table.textId),
    check(
      'lesson_link_kind',
      sql`(${table.kind} = 'unit') = (${table.courseId} is not null and ${table.unitKey} is not null)
      and (${table.kind} = 'inject') = (${table.injectId} is not null)
      and (${table.kind} = 'requirement') = (${table.requirementId} is not null)
      and (${table.kind} = 'document') = (${table.sealed} is not null or ${table.textId} is not null)
      and (${table.sealed} is null or ${table.textId} is null)`,
    ),
  ],
);

/** That an owner was reminded of a date, once for each date and kind however many workers run. */
export const lessonReminders = pgTable(
  'lesson_reminder',
  {
    actionId: uuid('action_id')
      .notNull()
      .references(() => lessonActions.id, { onDelete: 'cascade' }),
    dueOn: date('due_on').notNull(),
    kind: text('kind', { enum: ['week', 'day', 'late'] }).notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actionId, table.dueOn, table.kind] })],
);

/** What the director says before the after-action report, and since when those who took part may read it. */
export const exerciseReports = pgTable('exercise_report', {
  exerciseId: uuid('exercise_id')
    .primaryKey()
    .references(() => exercises.id, { onDelete: 'cascade' }),
  sealed: bytea('sealed').notNull(),
  issuedAt: instant('issued_at'),
  issuedBy: uuid('issued_by').references(() => people.id),
});
