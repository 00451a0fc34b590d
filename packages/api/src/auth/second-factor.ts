import type { Tx } from '@concord/db/client';
import { accountSecrets, recoveryCodes, sessions } from '@concord/db/schema/people';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Keyring } from '../sealing/keyring.ts';
import { type Factor, openFactor } from './factor-secret.ts';
import { hashRecoveryCode, looksLikeRecoveryCode } from './recovery-codes.ts';
import { totpStep } from './totp.ts';
import type { AuthTransaction } from './transaction.ts';

/** The secrets row of a person, as sign-in uses it. */
export type Secrets = typeof accountSecrets.$inferSelect;

/** Whether the person has a second factor that was confirmed. */
export function hasSecondFactor(secrets: Pick<Secrets, 'totpConfirmedAt'> | undefined): boolean {
  return secrets?.totpConfirmedAt != null;
}

/** Whether the person has a factor beside the password: an authenticator or a passkey. */
export async function hasFactor({ tx }: Pick<AuthTransaction, 'tx'>, personId: string): Promise<boolean> {
  const [row] = await tx.execute<{ has: boolean }>(sql`
    select exists (select 1 from account_secret s where s.person_id = ${personId} and s.totp_confirmed_at is not null)
      or exists (select 1 from passkey p where p.person_id = ${personId}) as has`);
  return row?.has === true;
}

/** Sessions that a person opened without the factor they now have may do nothing sensitive any more. */
export async function weakenOthers(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ verifiedAt: new Date(0) })
    .where(and(eq(sessions.personId, personId), lt(sessions.strength, 2)));
}

/** Uses up a code of the authenticator or a recovery code. Right once, wrong the second time, also when both come at once. */
export async function spendCode(
  auth: AuthTransaction,
  keys: Keyring,
  secrets: Secrets,
  code: string,
): Promise<'authenticator' | 'recovery' | null> {
  if (!hasSecondFactor(secrets)) return null;
  if (looksLikeRecoveryCode(code))
    return (await spendRecoveryCode(auth, secrets.personId, code)) ? 'recovery' : null;
  const factor: Factor = openFactor(keys, secrets.personId, secrets.totpSealed);
  if (!factor.secret) return null;
  const step = await totpStep({ secret: factor.secret, code, now: auth.now, lastStep: secrets.totpLastStep });
  return step !== null && (await spendStep(auth, secrets.personId, step)) ? 'authenticator' : null;
}

/** Marks a time step as used; false when it, or a later one, was used meanwhile. */
export async function spendStep({ tx }: AuthTransaction, personId: string, step: number): Promise<boolean> {
  const used = await tx
    .update(accountSecrets)
    .set({ totpLastStep: step })
    .where(
      and(
        eq(accountSecrets.personId, personId),
        or(isNull(accountSecrets.totpLastStep), lt(accountSecrets.totpLastStep, step)),
      ),
    )
    .returning({ personId: accountSecrets.personId });
  return used.length > 0;
}

async function spendRecoveryCode(
  { tx, now }: AuthTransaction,
  personId: string,
  code: string,
): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.codeHash, hashRecoveryCode(personId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}
