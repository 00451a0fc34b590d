import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { parties } from './parties.ts';

/** The ordered scheme of levels. `needs_strength`: 1 password, 2 second factor. */
export const levels = pgTable('level', {
  rank: integer('rank').primaryKey(),
  code: text('code').notNull().unique(),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  needsStrength: integer('needs_strength').notNull().default(1),
  /** Whether words of this level may stand in the clear in the search index. */
  searchIndex: boolean('search_index').notNull().default(false),
});

/** The one row of system-wide limits; the database itself refuses a marking above the ceiling. */
export const systemSettings = pgTable(
  'system_setting',
  {
    only: boolean('only').primaryKey().default(true),
    ceiling: integer('ceiling')
      .notNull()
      .references(() => levels.rank),
    /** Whether administrators may break the glass of a thread; off, what is open closes at once. */
    breakGlass: boolean('break_glass').notNull().default(true),
    demo: boolean('demo').notNull().default(false),
    timeZone: text('time_zone').notNull().default('Europe/Brussels'),
  },
  (table) => [check('system_setting_one_row', sql`${table.only}`)],
);

/** Interned markings: one row per distinct marking (DESIGN 2). Releasable-to is explicit and never empty. */
export const markings = pgTable(
  'marking',
  {
    id: id(),
    level: integer('level')
      .notNull()
      .references(() => levels.rank),
    releasableTo: uuid('releasable_to').array().notNull(),
    onlyFor: uuid('only_for').array().notNull().default(sql`'{}'`),
    caveats: text('caveats').array().notNull().default(sql`'{}'`),
    originator: uuid('originator')
      .notNull()
      .references(() => parties.id),
    /** SHA-256 over the canonical marking; equal markings are one row. */
    digest: text('digest').notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('marking_level').on(table.level),
    check('marking_releasable_not_empty', sql`cardinality(${table.releasableTo}) > 0`),
  ],
);
