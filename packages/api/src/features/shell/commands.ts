import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { PreferencesInput } from './schemas.ts';

/** Keeps how the person signed in likes the portal. */
export async function setPreferences(
  { tx, personId }: { tx: PgDatabase<PgQueryResultHKT>; personId: string },
  { locale, theme, zone }: PreferencesInput,
): Promise<{ personId: string }> {
  if (locale || theme || zone) {
    await tx.update(accounts).set({ locale, theme, timeZone: zone }).where(eq(accounts.personId, personId));
  }
  return { personId };
}
