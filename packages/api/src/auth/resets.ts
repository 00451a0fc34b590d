import { accounts, people } from '@concord/db/schema/people';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { asAuth } from '../context.ts';
import { sendMail } from '../email/mails.ts';
import type { LinkPurpose } from '../features/account/rules.ts';
import type { Services } from '../services.ts';
import { makeLink } from './links.ts';
import { rateLimits } from './rate-limits.ts';
import { type AuthTransaction, recordAuth } from './transaction.ts';

/** Who asks for a link, from where. */
export type ResetRequest = { email: string; address: string; requestId: string };

/**
 * Mails a link to whoever the address belongs to: a reset, or a fresh invitation where the account was never opened.
 * It runs after the asker has been answered, so that neither answer nor time tells whether there is an account.
 */
export async function sendReset(
  services: Services,
  { email, address, requestId }: ResetRequest,
): Promise<void> {
  if (!(await rateLimits(services.app).mail({ account: email, address }))) return;
  await asAuth(services, async (auth) => {
    const account = await findAccount(auth, email);
    // Who signs in by an identity provider alone has no password to forget: a mailbox must not make one.
    if (!account || account.byProviderAlone) return;
    const { personId, partyId, activatedAt, locale, timeZone } = account;
    const kind: LinkPurpose = activatedAt === null ? 'invitation' : 'reset';
    const { token, expiresAt } = await makeLink(auth, personId, kind);
    const mail = { kind, email, locale, timeZone, path: `/${kind}/${token}`, until: expiresAt.toISOString() };
    await sendMail({ tx: auth.tx, services }, mail);
    await recordAuth(auth, { action: 'account.askLink', personId, partyId, requestId });
  });
}

async function findAccount({ tx, now }: AuthTransaction, email: string) {
  const [row] = await tx
    .select({
      personId: people.id,
      partyId: people.partyId,
      activatedAt: accounts.activatedAt,
      locale: accounts.locale,
      timeZone: accounts.timeZone,
      byProviderAlone: sql<boolean>`exists (select 1 from identity i where i.person_id = account.person_id)
        and not exists (select 1 from account_secret s
          where s.person_id = account.person_id and s.password_hash is not null)`,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(eq(accounts.email, email), or(isNull(people.endedAt), gt(people.endedAt, now))));
  return row;
}
