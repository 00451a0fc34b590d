import { accounts } from '@concord/db/schema/people';
import { identities, passkeys } from '@concord/db/schema/sign-in';
import { and, count, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** Why the factor was taken away last, as the record holds it. */
const resetReason = sql<string | null>`(select entry.details->>'reason' from record_entry entry
  where entry.subject_id = account.person_id and entry.action = 'person.factor.reset'
  order by entry.at desc limit 1)`;

/** How a person signs in, for who manages access: never a secret of it. */
export async function waysInOf(ctx: SignedIn, personId: string) {
  const { oidc } = ctx.services.settings;
  const [account] = await ctx.tx
    .select({ since: accounts.secondFactorAt, resetAt: accounts.factorResetAt, reason: resetReason })
    .from(accounts)
    .where(eq(accounts.personId, personId));
  const [keys] = await ctx.tx.select({ many: count() }).from(passkeys).where(eq(passkeys.personId, personId));
  const [identity] = await ctx.tx
    .select({ linkedAt: identities.linkedAt, usedAt: identities.usedAt })
    .from(identities)
    .where(and(eq(identities.personId, personId), eq(identities.issuer, oidc?.issuer ?? '')));
  return {
    factorSince: account?.since?.toISOString() ?? null,
    factorResetAt: account?.resetAt?.toISOString() ?? null,
    resetReason: account?.resetAt ? account.reason : null,
    passkeys: keys?.many ?? 0,
    provider: identity && oidc ? { name: oidc.name, linkedAt: identity.linkedAt.toISOString() } : null,
  };
}
