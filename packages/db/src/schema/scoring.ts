import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from './columns.ts';
import { exerciseObjectives, exercises, exerciseTeams } from './exercises.ts';
import { people } from './people.ts';
import { responses } from './running.ts';

const exerciseId = () =>
  uuid('exercise_id')
    .notNull()
    .references(() => exercises.id, { onDelete: 'cascade' });
const teamId = () =>
  uuid('team_id')
    .notNull()
    .references(() => exerciseTeams.id, { onDelete: 'cascade' });
const person = (name: string) => uuid(name).references(() => people.id);

/** A level of a criterion: its words, and its points where the exercise is a competition. */
export type CriterionLevel = { en: string; fr: string; points: number | null };

/** A line of the rubric by which teams are judged, under an objective where it has one. Teams see it before scores are released only where `open`. */
export const criteria = pgTable(
  'exercise_criterion',
  {
    id: id(),
    exerciseId: exerciseId(),
    position: integer('position').notNull(),
    objectiveId: uuid('objective_id').references(() => exerciseObjectives.id, { onDelete: 'set null' }),
    titleEn: text('title_en').notNull(),
    titleFr: text('title_fr').notNull(),
    /** From the lowest to the highest; a score names its place, counted from 0. */
    levels: jsonb('levels').$type<CriterionLevel[]>().notNull(),
    /** Teams see it and assess themselves by it. */
    open: boolean('open').notNull().default(true),
  },
  (table) => [index('exercise_criterion_exercise').on(table.exerciseId, table.position)],
);

/**
 * A judgement of a team by one criterion, over all or of one answer or report. Only added to: a correction is the next
 * revision, and the newest stands; without a level it takes the judgement back. `self` is the team's own.
 */
export const scores = pgTable(
  'exercise_score',
  {
    id: id(),
    exerciseId: exerciseId(),
    teamId: teamId(),
    criterionId: uuid('criterion_id')
      .notNull()
      .references(() => criteria.id, { onDelete: 'cascade' }),
    responseId: uuid('response_id').references(() => responses.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['official', 'self'] }).notNull(),
    revision: integer('revision').notNull(),
    level: integer('level'),
    points: integer('points'),
    /** The reason, under the exercise's key. */
    sealed: bytea('sealed').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('exercise_score_revision').on(
      table.teamId,
      table.criterionId,
      table.kind,
      sql`coalesce(${table.responseId}, ${table.criterionId})`,
      table.revision,
    ),
    index('exercise_score_exercise').on(table.exerciseId, table.at),
    check(
      'exercise_score_level',
      sql`${table.revision} > 0 and coalesce(${table.level}, 0) >= 0 and (${table.level} is not null or ${table.points} is null)
      and (${table.kind} = 'official' or ${table.responseId} is null)`,
    ),
  ],
);

/** What the director did with scores and scoreboard, in the order of `place`. Only added to. */
export const scoreActs = pgTable(
  'exercise_score_act',
  {
    id: id(),
    exerciseId: exerciseId(),
    place: integer('place').notNull(),
    /** `open` shows teams the scoreboard; `freeze` stops what they see of it; `release` gives them their own scores. */
    kind: text('kind', { enum: ['open', 'freeze', 'unfreeze', 'release'] }).notNull(),
    at: instant('at').notNull(),
    by: person('by').notNull(),
  },
  (table) => [uniqueIndex('exercise_score_act_place').on(table.exerciseId, table.place)],
);

/** A key with which automatic checks report into one exercise; only its digest is kept. */
export const checkKeys = pgTable(
  'exercise_key',
  {
    id: id(),
    exerciseId: exerciseId(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    madeBy: person('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
    revokedBy: person('revoked_by'),
  },
  (table) => [
    index('exercise_key_exercise').on(table.exerciseId, table.madeAt),
    check('exercise_key_order', sql`${table.expiresAt} > ${table.madeAt}`),
  ],
);

/** What an automatic check found of a team. Only added to; `reference` is the sender's, so that what is sent twice counts once. */
export const checkResults = pgTable(
  'exercise_check',
  {
    id: id(),
    exerciseId: exerciseId(),
    keyId: uuid('key_id')
      .notNull()
      .references(() => checkKeys.id, { onDelete: 'cascade' }),
    teamId: teamId(),
    name: text('name').notNull(),
    state: text('state', { enum: ['up', 'down'] }),
    points: integer('points'),
    /** By the sender's clock; what is frozen goes by ours. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    reference: text('reference').notNull(),
    /** Of the whole result: the same reference with another is refused. */
    digest: text('digest').notNull(),
    source: text('source', { enum: ['check', 'xapi'] }).notNull(),
  },
  (table) => [
    uniqueIndex('exercise_check_reference').on(table.keyId, table.reference),
    index('exercise_check_exercise').on(table.exerciseId, table.teamId, table.receivedAt),
    check('exercise_check_says', sql`${table.state} is not null or ${table.points} is not null`),
  ],
);
