import { parties } from '@concord/db/schema/parties';
import { accountSecrets, accounts, people, recoveryCodes, sessions } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { and, count, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import QRCode from 'qrcode';
import { demoAddresses, isDemo } from '../../auth/demo.ts';
import { openFactor } from '../../auth/factor-secret.ts';
import { findLink } from '../../auth/links.ts';
import { passkeysWork } from '../../auth/passkeys.ts';
import { totpAddress } from '../../auth/totp.ts';
import { enterAuth } from '../../auth/transaction.ts';
import type { Context, SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { isRecent } from '../../policies/actor.ts';
import { ownPasskeys } from './passkeys.ts';
import { type LinkPurpose, leastPasswordLength, needsSecondFactor, sessionState } from './rules.ts';

/** The ways in that the sign-in page offers: an identity provider, and the people of the tour in demo data alone. */
export async function signInWays(ctx: Context) {
  const provider = ctx.services.settings.oidc?.name ?? null;
  const byPasskey = passkeysWork(ctx.services.settings);
  if (!(await isDemo(ctx.services, ctx))) return { provider, byPasskey, demo: [] };
  await enterAuth(ctx.tx);
  const offered = demoAddresses();
  const rows = await ctx.tx
    .select({
      email: accounts.email,
      givenName: people.givenName,
      familyName: people.familyName,
      party: ctx.locale === 'fr' ? parties.nameFr : parties.nameEn,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(
      inArray(
        accounts.email,
        offered.map(({ email }) => email),
      ),
    );
  const demo = offered.flatMap(({ persona, email }) => {
    const row = rows.find((candidate) => candidate.email === email);
    if (!row) return [];
    return [{ persona, name: `${row.givenName} ${row.familyName}`, party: row.party }];
  });
  return { provider, byPasskey, demo };
}

/** What a person sees of their own account: how they sign in, what is asked of them, where they are signed in. */
export async function ownAccount(ctx: SignedIn) {
  const { actor } = ctx;
  const [row] = await ctx.tx
    .select({
      email: accounts.email,
      mailing: accounts.mailing,
      digestHour: accounts.digestHour,
      passwordChangedAt: accountSecrets.passwordChangedAt,
      confirmedAt: accountSecrets.totpConfirmedAt,
      sealed: accountSecrets.totpSealed,
      factorResetAt: accounts.factorResetAt,
      hasPassword: sql<boolean>`account_secret.password_hash is not null`,
    })
    .from(accounts)
    .leftJoin(accountSecrets, eq(accountSecrets.personId, accounts.personId))
    .where(eq(accounts.personId, actor.personId));
  const account = found(row);
  const factor = openFactor(ctx.services.keys, actor.personId, account.sealed);
  return {
    email: account.email,
    hasPassword: account.hasPassword,
    passwordChangedAt: account.passwordChangedAt?.toISOString() ?? null,
    leastPasswordLength: leastPasswordLength(account.confirmedAt !== null),
    secondFactor: {
      confirmedAt: account.confirmedAt?.toISOString() ?? null,
      needed: account.factorResetAt !== null || needsSecondFactor(actor.appointments.map(({ role }) => role)),
      /** Whether this session was opened with it. */
      used: actor.strength > 1,
      codesLeft: await codesLeft(ctx),
      pending: factor.next ? ('factor' as const) : factor.codes ? ('codes' as const) : null,
    },
    mail: { mailing: account.mailing, digestHour: account.digestHour },
    identity: await ownIdentity(ctx),
    passkeys: await ownPasskeys(ctx),
    sessions: await ownSessions(ctx),
  };
}

/** A new second factor, or new recovery codes, that wait for the person's confirmation; null when there are none. */
export async function pendingFactor(ctx: SignedIn) {
  const { personId } = ctx.actor;
  if (!isRecent(ctx.actor, ctx.now)) return null;
  const [row] = await ctx.tx
    .select({ email: accounts.email, sealed: accountSecrets.totpSealed })
    .from(accounts)
    .innerJoin(accountSecrets, eq(accountSecrets.personId, accounts.personId))
    .where(eq(accounts.personId, personId));
  const factor = openFactor(ctx.services.keys, personId, row?.sealed ?? null);
  if (!row || !factor.codes) return null;
  if (!factor.next) return { kind: 'codes' as const, codes: factor.codes };
  const picture = await QRCode.toDataURL(totpAddress(row.email, factor.next), { margin: 2, scale: 5 });
  return { kind: 'factor' as const, codes: factor.codes, secret: factor.next, picture };
}

/** What the page behind a link in a mail may show; a link that is dead for whatever reason does not exist. */
export async function linkOwner(ctx: Context, purpose: LinkPurpose, token: string) {
  await enterAuth(ctx.tx);
  const { personId } = found(await findLink(ctx, purpose, token));
  const [row] = await ctx.tx
    .select({
      email: accounts.email,
      givenName: people.givenName,
      familyName: people.familyName,
      confirmedAt: accountSecrets.totpConfirmedAt,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(accountSecrets, eq(accountSecrets.personId, accounts.personId))
    .where(eq(accounts.personId, personId));
  const owner = found(row);
  return {
    email: owner.email,
    name: `${owner.givenName} ${owner.familyName}`,
    leastPasswordLength: leastPasswordLength(owner.confirmedAt !== null),
  };
}

/** The person's identity at the provider that this installation trusts now; null where none is set up. */
async function ownIdentity({ tx, actor, services }: SignedIn) {
  const { oidc } = services.settings;
  if (!oidc) return null;
  const [row] = await tx
    .select({ linkedAt: identities.linkedAt })
    .from(identities)
    .where(and(eq(identities.personId, actor.personId), eq(identities.issuer, oidc.issuer)));
  return { provider: oidc.name, linkedAt: row?.linkedAt.toISOString() ?? null };
}

async function codesLeft({ tx, actor }: SignedIn): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, actor.personId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

async function ownSessions({ tx, actor, now }: SignedIn) {
  const rows = await tx
    .select({
      id: sessions.id,
      device: sessions.device,
      address: sessions.address,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      idleSeconds: sessions.idleSeconds,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
    })
    .from(sessions)
    .where(
      and(eq(sessions.personId, actor.personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)),
    )
    .orderBy(desc(sessions.seenAt))
    .limit(100);
  return rows
    .filter((row) => sessionState(row, now) === 'live')
    .map((row) => ({
      id: row.id,
      device: row.device,
      address: row.address,
      createdAt: row.createdAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
      current: row.id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}
