import { type AnyPgColumn, boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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
