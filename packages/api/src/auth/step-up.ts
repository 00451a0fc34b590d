import { accountSecrets, accounts, sessions } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { asAuth, hashToken } from '../context.ts';
import { AppError } from '../errors.ts';
import { readPasskeyAnswer } from './passkey-answer.ts';
import { provenByPasskey } from './passkeys.ts';
import { verifyPassword } from './passwords.ts';
import type { RateLimits } from './rate-limits.ts';
import { hasFactor, type Secrets, spendCode } from './second-factor.ts';
import { liveSession, type Opened, type Origin } from './sessions.ts';
import { lockSecrets } from './sign-in.ts';
import { makeToken } from './tokens.ts';
import { type AuthServices, type AuthTransaction, recordAuth } from './transaction.ts';

/** Proof asked for again before something sensitive: the password, a code of the second factor, or a passkey. */
export type Proof = { password?: string; code?: string; answer?: string };

/** Proves again who sits at a session: it counts as just verified, and goes on under a new token. */
export async function stepUp(
  services: AuthServices,
  limits: RateLimits,
  token: string | undefined,
  proof: Proof,
  origin: Origin,
): Promise<Opened & { personId: string }> {
  const current = token ? await asAuth(services, (auth) => whoIs(auth, token)) : undefined;
  if (!token || !current) throw new AppError('UNAUTHORIZED', 'UNAUTHORIZED');
  const attempt = { account: current.email, address: origin.address };
  await limits.signIn(attempt);
  const byPassword = !proof.code && !proof.answer;
  if (byPassword && !(await verifyPassword(current.passwordHash, proof.password ?? '')))
    throw new AppError('UNAUTHORIZED', 'stepUp.wrong');
  const next = makeToken();
  await asAuth(services, async (auth) => {
    const session = await liveSession(auth, token);
    const secrets = session && (await lockSecrets(auth, session.personId));
    if (!session || !secrets) throw new AppError('UNAUTHORIZED', 'UNAUTHORIZED');
    if (byPassword) await passwordIsEnough(auth, session, secrets.passwordHash === current.passwordHash);
    else await proveStrongly(services, auth, secrets, proof);
    await auth.tx
      .update(sessions)
      .set({
        tokenHash: hashToken(next),
        verifiedAt: auth.now,
        seenAt: auth.now,
        strength: byPassword ? session.strength : 2,
      })
      .where(eq(sessions.id, session.id));
    await recordAuth(auth, {
      action: 'session.verify',
      personId: session.personId,
      partyId: session.partyId,
      sessionId: session.id,
      requestId: origin.requestId,
    });
  });
  await limits.forgive(attempt);
  return { token: next, sessionId: current.sessionId, personId: current.personId };
}

/** The password proves again who sits there, but cannot stand in for a second factor that was never used. */
async function passwordIsEnough(
  auth: AuthTransaction,
  session: { personId: string; strength: number },
  unchanged: boolean,
): Promise<void> {
  if (!unchanged) throw new AppError('UNAUTHORIZED', 'stepUp.wrong');
  if (session.strength < 2 && (await hasFactor(auth, session.personId)))
    throw new AppError('UNAUTHORIZED', 'stepUp.codeNeeded');
}

async function proveStrongly(
  services: AuthServices,
  auth: AuthTransaction,
  secrets: Secrets,
  { code, answer }: Proof,
): Promise<void> {
  const passkey = readPasskeyAnswer(answer);
  const right = passkey
    ? (await provenByPasskey(auth, services.settings, passkey)) === secrets.personId
    : await spendCode(auth, services.keys, secrets, code ?? '');
  if (!right) throw new AppError('UNAUTHORIZED', 'stepUp.wrong');
}

async function whoIs(auth: Parameters<typeof liveSession>[0], token: string) {
  const session = await liveSession(auth, token);
  if (!session) return undefined;
  const [row] = await auth.tx
    .select({ email: accounts.email, passwordHash: accountSecrets.passwordHash })
    .from(accounts)
    .innerJoin(accountSecrets, eq(accountSecrets.personId, accounts.personId))
    .where(eq(accounts.personId, session.personId));
  return row && { ...row, sessionId: session.id, personId: session.personId };
}
