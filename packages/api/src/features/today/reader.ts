import type { Tx } from '@concord/db/client';
import type { Locale } from '@concord/db/enums';

/** Whose day is read, in which language, at which instant of the database's clock. */
export type Reading = {
  tx: Tx;
  personId: string;
  locale: Locale;
  now: Date;
};
