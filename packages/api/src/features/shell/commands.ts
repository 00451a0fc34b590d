import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { PreferencesInput } from './schemas.ts';

/** Keeps how the person signed in likes the portal. */
export async function setPreferences(ctx: SignedIn, input: PreferencesInput) {
  const { personId } = ctx.actor;
  const { locale, theme, zone: timeZone, mailing, digestHour } = input;
  const chosen = { locale, theme, timeZone, mailing, digestHour };
  if (Object.values(chosen).some((value) => value !== undefined)) {
    await ctx.tx.update(accounts).set(chosen).where(eq(accounts.personId, personId));
  }
  return { personId };
}
