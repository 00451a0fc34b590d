import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { sendMail } from '../email/mails.ts';
import { found } from '../errors.ts';
import { record } from '../record/record.ts';
import { makeLink } from './links.ts';

/** Invites a person to open their account: a single-use link by mail. An earlier invitation stops working. */
export async function invite(ctx: Context, personId: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ email: accounts.email, locale: accounts.locale, timeZone: accounts.timeZone })
    .from(accounts)
    .where(eq(accounts.personId, personId));
  const account = found(row);
  const { token, expiresAt } = await makeLink(ctx, personId, 'invitation');
  await sendMail(ctx, {
    kind: 'invitation',
    ...account,
    path: `/invitation/${token}`,
    until: expiresAt.toISOString(),
  });
  await record(ctx, { action: 'person.invite', subject: 'person', subjectId: personId });
}
