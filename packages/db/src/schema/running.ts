import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { exercises, exerciseTeams } from './exercises.ts';
import { injects } from './injects.ts';
import { people } from './people.ts';

const exerciseId = () =>
  uuid('exercise_id')
    .notNull()
    .references(() => exercises.id, { onDelete: 'cascade' });
const injectId = () =>
  uuid('inject_id')
    .notNull()
    .references(() => injects.id, { onDelete: 'cascade' });
const teamId = () =>
  uuid('team_id')
    .notNull()
    .references(() => exerciseTeams.id, { onDelete: 'cascade' });
const by = () => uuid('by').references(() => people.id);

/** What was done to an exercise's clock, in the order of `place`. Only added to; exercise time follows from it. */
export const clockRows = pgTable(
  'exercise_clock',
  {
    id: id(),
    exerciseId: exerciseId(),
    place: integer('place').notNull(),
    kind: text('kind', { enum: ['start', 'pause', 'resume', 'jump', 'extend', 'end'] }).notNull(),
    at: instant('at').notNull(),
    /** Of a jump: the minute of exercise time it leads to. */
    minute: integer('minute'),
    /** Of an extension: who gets how many minutes more. */
    teamId: uuid('team_id').references(() => exerciseTeams.id, { onDelete: 'cascade' }),
    minutes: integer('minutes'),
    by: by(),
  },
  (table) => [
    uniqueIndex('exercise_clock_place').on(table.exerciseId, table.place),
    check(
      'exercise_clock_kind',
      sql`(${table.kind} = 'jump') = (${table.minute} is not null) and (${table.kind} = 'extend') = (${table.teamId} is not null)
      and (${table.kind} = 'extend') = (${table.minutes} is not null) and coalesce(${table.minutes}, 1) > 0`,
    ),
  ],
);

/** An inject let go to a team by hand. Only added to. */
export const releases = pgTable(
  'exercise_release',
  { injectId: injectId(), teamId: teamId(), exerciseId: exerciseId(), at: instant('at').notNull(), by: by() },
  (table) => [primaryKey({ columns: [table.injectId, table.teamId] })],
);

/**
 * An inject in a team's inbox, as it stood when it became due: the instant follows from the rows, is written once and never
 * changed. `sealed` holds what the team reads, and nothing that is control's.
 */
export const deliveries = pgTable(
  'exercise_delivery',
  {
    injectId: injectId(),
    teamId: teamId(),
    exerciseId: exerciseId(),
    at: instant('at').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.injectId, table.teamId] }),
    index('exercise_delivery_team').on(table.teamId, table.at),
    index('exercise_delivery_exercise').on(table.exerciseId),
  ],
);

/** What a team said: that it has read an inject, its answer, a situation report, a question; and control's reply. */
export const responses = pgTable(
  'exercise_response',
  {
    id: id(),
    exerciseId: exerciseId(),
    teamId: teamId(),
    injectId: uuid('inject_id').references(() => injects.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['acknowledged', 'answer', 'report', 'question', 'reply'] }).notNull(),
    sealed: bytea('sealed'),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [
    index('exercise_response_exercise').on(table.exerciseId, table.at),
    index('exercise_response_team').on(table.teamId, table.at),
    index('exercise_response_by').on(table.by, table.exerciseId),
    uniqueIndex('exercise_response_read')
      .on(table.injectId, table.teamId)
      .where(sql`${table.kind} = 'acknowledged'`),
    check(
      'exercise_response_of',
      sql`(${table.kind} not in ('acknowledged', 'answer') or ${table.injectId} is not null)
      and (${table.kind} = 'acknowledged') = (${table.sealed} is null)`,
    ),
  ],
);
