import { accounts } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { and, eq, isNull } from 'drizzle-orm';
import { asAuth } from '../context.ts';
import { sendMail } from '../email/mails.ts';
import { AppError } from '../errors.ts';
import type { ProviderIntent } from '../features/account/rules.ts';
import { isRecent } from '../policies/actor.ts';
import type { Services } from '../services.ts';
import type { OidcSettings } from '../settings/oidc.ts';
import { activePerson, linkIdentity, ownerOf, type Subject } from './identities.ts';
import { spendLink } from './links.ts';
import { issuerOf, type ProviderClaims, provenAt, provenStrength } from './provider-claims.ts';
import { endSession, endSessions, liveSession, type Opened, type Origin } from './sessions.ts';
import { open } from './sign-in.ts';
import { type AuthTransaction, recordAuth } from './transaction.ts';

/** A person who comes back from the identity provider: with which intent, and with which session, if any. */
export type Return = { intent: ProviderIntent; token: string | undefined; origin: Origin };

type Entry = Return & { services: Services; oidc: OidcSettings; claims: ProviderClaims; subject: Subject };

/**
 * What a provider's answer leads to: signing in, opening an account by its invitation, or binding the identity to
 * the person who is signed in. An identity that is nobody's opens nothing, and nobody is ever made from one.
 */
export async function enterByProvider(
  services: Services,
  oidc: OidcSettings,
  claims: ProviderClaims,
  back: Return,
): Promise<Opened & { personId: string }> {
  const subject = { issuer: issuerOf(claims), subject: claims.sub };
  if (subject.issuer !== oidc.issuer) throw new AppError('UNAUTHORIZED', 'oidc.failed');
  const entry = { ...back, services, oidc, claims, subject };
  return asAuth(services, (auth) => {
    if (back.intent.kind === 'connect') return connect(auth, entry);
    if (back.intent.kind === 'invitation') return accept(auth, entry, back.intent.token);
    return enter(auth, entry);
  });
}

async function enter(auth: AuthTransaction, entry: Entry) {
  const owner = await ownerOf(auth, entry.subject);
  const person = owner && (await activePerson(auth, owner.personId));
  if (!owner || !person?.activatedAt) throw new AppError('UNAUTHORIZED', 'oidc.unknown');
  const current = entry.token ? await liveSession(auth, entry.token) : undefined;
  if (current && current.personId !== person.personId) throw new AppError('CONFLICT', 'oidc.other');
  if (current) await endSession(auth.tx, current.id, { personId: current.personId, now: auth.now });
  await auth.tx.update(identities).set({ usedAt: auth.now }).where(eq(identities.id, owner.id));
  return openProven(auth, entry, person, provenAt(entry.claims, auth.now));
}

/** Who holds the invitation's link holds the mailbox: that is a proof of now, whatever the provider says of then. */
async function accept(auth: AuthTransaction, entry: Entry, token: string) {
  const link = await spendLink(auth, 'invitation', token);
  const person = link && (await activePerson(auth, link.personId));
  if (!person) throw new AppError('NOT_FOUND', 'link.dead');
  const { personId, partyId } = person;
  await linkIdentity(auth, personId, entry.subject);
  await auth.tx
    .update(accounts)
    .set({ activatedAt: auth.now })
    .where(and(eq(accounts.personId, personId), isNull(accounts.activatedAt)));
  await endSessions(auth.tx, personId, { personId, now: auth.now });
  const { requestId } = entry.origin;
  await recordAuth(auth, { action: 'account.invitation', personId, partyId, requestId });
  await recordAuth(auth, { action: 'account.identity.link', personId, partyId, requestId });
  return openProven(auth, entry, person, auth.now);
}

/** Binds the identity to whoever sits at this session and proved it just now; the session goes on as it was. */
async function connect(auth: AuthTransaction, entry: Entry) {
  const current = entry.token ? await liveSession(auth, entry.token) : undefined;
  const person = current && (await activePerson(auth, current.personId));
  if (!entry.token || !current || !person) throw new AppError('UNAUTHORIZED', 'oidc.failed');
  if (!isRecent(current, auth.now)) throw new AppError('PRECONDITION_FAILED', 'oidc.proveFirst');
  const { personId, partyId, email, locale, timeZone } = person;
  await linkIdentity(auth, personId, entry.subject);
  const to = { email, locale, timeZone, path: '/account', at: auth.now.toISOString() };
  await sendMail({ tx: auth.tx, services: entry.services }, { kind: 'factorChanged', ...to });
  const { requestId } = entry.origin;
  await recordAuth(auth, { action: 'account.identity.link', personId, partyId, requestId });
  return { token: entry.token, sessionId: current.id, personId };
}

function openProven(
  auth: AuthTransaction,
  { claims, oidc, origin }: Entry,
  { personId, partyId }: { personId: string; partyId: string },
  verifiedAt: Date,
) {
  const strength = provenStrength(claims, oidc.strong);
  return open(auth, { personId, partyId, strength, verifiedAt }, origin);
}
