import { newId } from '@concord/db/ids';
import { accountSecrets, accounts, people } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { AppError } from '../errors.ts';
import type { AuthTransaction } from './transaction.ts';

/** A person as an identity provider knows them. */
export type Subject = { issuer: string; subject: string };

/** Whose identity this is, whether or not they may still sign in; undefined when it is nobody's. */
export async function ownerOf({ tx }: AuthTransaction, { issuer, subject }: Subject) {
  const [row] = await tx
    .select({ id: identities.id, personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .for('update');
  return row;
}

/** The person, while they are with the alliance. */
export async function activePerson({ tx, now }: AuthTransaction, personId: string) {
  const [row] = await tx
    .select({
      personId: people.id,
      partyId: people.partyId,
      email: accounts.email,
      locale: accounts.locale,
      timeZone: accounts.timeZone,
      activatedAt: accounts.activatedAt,
    })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .where(and(eq(people.id, personId), or(isNull(people.endedAt), gt(people.endedAt, now))));
  return row;
}

/** Binds an identity to a person. It belongs to one person, and a person has one at each provider. */
export async function linkIdentity(auth: AuthTransaction, personId: string, subject: Subject): Promise<void> {
  const { tx, now } = auth;
  const owner = await ownerOf(auth, subject);
  if (owner?.personId === personId) return;
  if (owner) throw new AppError('CONFLICT', 'oidc.taken');
  await tx.insert(accountSecrets).values({ personId }).onConflictDoNothing();
  const linked = await tx
    .insert(identities)
    .values({ id: newId(), personId, ...subject, linkedAt: now, usedAt: now })
    .onConflictDoNothing()
    .returning({ id: identities.id });
  if (linked.length === 0) throw new AppError('CONFLICT', 'oidc.already');
}
