import type { Locale } from '@concord/db/enums';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Whose day is read, in which language, at which instant of the database's clock. */
export type Reading = {
  tx: PgDatabase<PgQueryResultHKT>;
  personId: string;
  locale: Locale;
  now: Date;
};
