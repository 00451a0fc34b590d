import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { sendMail } from '../../email/mails.ts';

/** Tells the person by mail that the way they sign in has changed: if it was not them, they find out. */
export async function noticeOfChange(ctx: SignedIn): Promise<void> {
  const [account] = await ctx.tx
    .select({ email: accounts.email, locale: accounts.locale, timeZone: accounts.timeZone })
    .from(accounts)
    .where(eq(accounts.personId, ctx.actor.personId));
  if (account)
    await sendMail(ctx, { kind: 'factorChanged', ...account, path: '/account', at: ctx.now.toISOString() });
}
