import { accountSecrets, accounts, people } from '@concord/db/schema/people';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { asAuth } from '../context.ts';
import { AppError } from '../errors.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import type { RateLimits } from './rate-limits.ts';
import { hasSecondFactor, type Secrets, spendCode } from './second-factor.ts';
import { type Entering, type Opened, type Origin, openSession } from './sessions.ts';
import { type AuthServices, type AuthTransaction, recordAuth } from './transaction.ts';

/** What a person types to sign in. */
export type Credentials = { email: string; password: string; code?: string };

type Known = { partyId: string; secrets: Secrets };

/**
 * Signs a person in by password and, where they have one, second factor. An unknown address, an account that was
 * never opened, a person who left and a wrong password get one answer, after the same work.
 */
export async function signIn(
  services: AuthServices,
  limits: RateLimits,
  { email, password, code }: Credentials,
  origin: Origin,
): Promise<Opened & { personId: string }> {
  const attempt = { account: email, address: origin.address };
  await limits.signIn(attempt);
  const known = await asAuth(services, (auth) => findByEmail(auth, email));
  const stored = known?.secrets.passwordHash ?? null;
  const right = await verifyPassword(stored, password);
  if (!known || stored === null || !right) throw refused('signIn.refused');
  const renewed = isOutdated(stored) ? await hashPassword(password) : null;
  const opened = await asAuth(services, async (auth) => {
    const secrets = await lockSecrets(auth, known.secrets.personId);
    if (secrets?.passwordHash !== stored) throw refused('signIn.refused');
    const strength = await provenStrength(services, auth, secrets, code);
    if (renewed) await keepHash(auth, secrets.personId, renewed);
    return open(auth, { personId: secrets.personId, partyId: known.partyId, strength }, origin);
  });
  await limits.forgive(attempt);
  return opened;
}

/** Opens a session and writes it down. */
export async function open(
  auth: AuthTransaction,
  who: Entering & { partyId: string },
  origin: Origin,
): Promise<Opened & { personId: string }> {
  const opened = await openSession(auth, who, origin);
  const { personId, partyId } = who;
  const { sessionId } = opened;
  await recordAuth(auth, {
    action: 'session.open',
    personId,
    partyId,
    sessionId,
    requestId: origin.requestId,
  });
  return { ...opened, personId: who.personId };
}

/** The active, activated account of an address, with what it signs in by. */
export async function findByEmail({ tx, now }: AuthTransaction, email: string): Promise<Known | undefined> {
  const [row] = await tx
    .select({ partyId: people.partyId, secrets: accountSecrets, activatedAt: accounts.activatedAt })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(accountSecrets, eq(accountSecrets.personId, accounts.personId))
    .where(and(eq(accounts.email, email), or(isNull(people.endedAt), gt(people.endedAt, now))))
    .limit(1);
  return row?.activatedAt ? row : undefined;
}

/** The secrets of a person, locked for the rest of the transaction. */
export async function lockSecrets({ tx }: AuthTransaction, personId: string): Promise<Secrets | undefined> {
  const [row] = await tx
    .select()
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId))
    .for('update');
  return row;
}

async function provenStrength(
  services: AuthServices,
  auth: AuthTransaction,
  secrets: Secrets,
  code: string | undefined,
): Promise<number> {
  if (!hasSecondFactor(secrets)) return 1;
  if (!code) throw refused('signIn.codeNeeded');
  if (!(await spendCode(auth, services.keys, secrets, code))) throw refused('signIn.codeWrong');
  return 2;
}

async function keepHash({ tx }: AuthTransaction, personId: string, passwordHash: string): Promise<void> {
  await tx.update(accountSecrets).set({ passwordHash }).where(eq(accountSecrets.personId, personId));
}

function refused(key: string): AppError {
  return new AppError('UNAUTHORIZED', key);
}
