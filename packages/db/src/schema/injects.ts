import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { injectStatuses, injectTriggers } from '../enums.ts';
import { bytea, id, instant } from './columns.ts';
import { exerciseObjectives, exercises } from './exercises.ts';
import { people } from './people.ts';

const exerciseId = () =>
  uuid('exercise_id')
    .notNull()
    .references(() => exercises.id, { onDelete: 'cascade' });
const person = (name: string) => uuid(name).references(() => people.id);

/** A thread of events that belong together; its title lies sealed under the exercise's key. */
export const storylines = pgTable(
  'exercise_storyline',
  {
    id: id(),
    exerciseId: exerciseId(),
    position: integer('position').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [
    index('exercise_storyline_exercise').on(table.exerciseId, table.position),
    unique('exercise_storyline_own').on(table.exerciseId, table.id),
  ],
);

/**
 * An event of the master scenario events list: when, to whom, after what. What it says lies in `sealed`, under the
 * exercise's key: title, text, from, for whom in the team, means, expected action.
 */
export const injects = pgTable(
  'exercise_inject',
  {
    id: id(),
    exerciseId: exerciseId(),
    /** As people call it; never given twice in one exercise. */
    number: integer('number').notNull(),
    move: integer('move').notNull().default(1),
    storylineId: uuid('storyline_id').references(() => storylines.id, { onDelete: 'set null' }),
    /** Exercise time: minutes after the exercise begins, by its own clock. */
    minute: integer('minute').notNull(),
    trigger: text('trigger', { enum: injectTriggers }).notNull().default('clock'),
    teamIds: uuid('team_ids').array().notNull().default(sql`'{}'`),
    objectiveId: uuid('objective_id').references(() => exerciseObjectives.id, { onDelete: 'set null' }),
    /** The inject it follows. */
    afterId: uuid('after_id'),
    responsibleId: person('responsible_id'),
    status: text('status', { enum: injectStatuses }).notNull().default('draft'),
    sealed: bytea('sealed').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    uniqueIndex('exercise_inject_number').on(table.exerciseId, table.number),
    index('exercise_inject_minute').on(table.exerciseId, table.minute, table.number),
    index('exercise_inject_after').on(table.afterId),
    unique('exercise_inject_own').on(table.exerciseId, table.id),
    foreignKey({
      name: 'exercise_inject_after_own',
      columns: [table.exerciseId, table.afterId],
      foreignColumns: [table.exerciseId, table.id],
    }),
    check('exercise_inject_minute_range', sql`${table.minute} between -20160 and 525600`),
    check('exercise_inject_move_range', sql`${table.move} between 1 and 99`),
    check('exercise_inject_not_after_itself', sql`${table.afterId} <> ${table.id}`),
  ],
);

/** Each state an inject was in, whole and sealed. Only added to. */
export const injectVersions = pgTable(
  'exercise_inject_version',
  {
    injectId: uuid('inject_id')
      .notNull()
      .references(() => injects.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    exerciseId: exerciseId(),
    sealed: bytea('sealed').notNull(),
    madeBy: person('made_by'),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.injectId, table.revision] }),
    index('exercise_inject_version_exercise').on(table.exerciseId),
  ],
);

/** Which column of the planners' spreadsheet is what, as it was settled last: heading → field. */
export const injectColumns = pgTable('exercise_inject_columns', {
  exerciseId: uuid('exercise_id')
    .primaryKey()
    .references(() => exercises.id, { onDelete: 'cascade' }),
  columns: jsonb('columns').$type<Record<string, string>>().notNull(),
  savedBy: person('saved_by'),
  savedAt: instant('saved_at').notNull(),
});
