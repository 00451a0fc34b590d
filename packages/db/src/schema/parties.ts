import { type AnyPgColumn, boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** A nation or an organisation. `nation_id` is set where an organisation belongs to a nation. */
export const parties = pgTable('party', {
  id: id(),
  code: text('code').notNull().unique(),
  kind: text('kind', { enum: ['nation', 'headquarters', 'team', 'partner', 'industry'] }).notNull(),
  nationId: uuid('nation_id').references((): AnyPgColumn => parties.id),
  nameEn: text('name_en').notNull(),
  nameFr: text('name_fr').notNull(),
  timeZone: text('time_zone').notNull(),
  /** Whether "ALLIES" expands to it when a marking is made. */
  ally: boolean('ally').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** A day on which a nation's capital does not work, as the operator entered it: no calendar knows every nation's. */
export const partyHolidays = pgTable(
  'party_holiday',
  {
    partyId: uuid('party_id')
      .notNull()
      .references(() => parties.id),
    day: date('day').notNull(),
    nameEn: text('name_en').notNull(),
    nameFr: text('name_fr').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partyId, table.day] }),
    index('party_holiday_day').on(table.day, table.partyId),
  ],
);
