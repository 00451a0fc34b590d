import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { PreferencesInput } from './schemas.ts';

/** Keeps how the person signed in likes the portal. */
export async function setPreferences(ctx: SignedIn, { locale, theme, zone }: PreferencesInput) {
  const { personId } = ctx.actor;
  if (locale || theme || zone) {
    await ctx.tx
      .update(accounts)
      .set({ locale, theme, timeZone: zone })
      .where(eq(accounts.personId, personId));
  }
  return { personId };
}
