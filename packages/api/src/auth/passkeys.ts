import { isIP } from 'node:net';
import { newId } from '@concord/db/ids';
import { passkeyChallenges, passkeys } from '@concord/db/schema/sign-in';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Settings } from '../env.ts';
import { AppError } from '../errors.ts';
import type { AuthTransaction } from './transaction.ts';

const MINUTES = 5;

/** The library, loaded when the first passkey is used: most processes never need it. */
export const webauthn = () => import('@simplewebauthn/server');

/** The name passkeys are bound to: the portal's own. A browser makes none for a bare address. */
export function relyingParty({ url }: Pick<Settings, 'url'>) {
  return { id: url.hostname, origin: url.origin, name: 'Concord' };
}

/** Whether passkeys can be made at the portal's address. */
export function passkeysWork({ url }: Pick<Settings, 'url'>): boolean {
  return isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0;
}

type Purpose = 'register' | 'enter';

/** Keeps a question that was asked, for five minutes; a few old ones go, so that a flood leaves nothing. */
export async function keepChallenge(
  { tx, now }: AuthTransaction,
  asked: { purpose: Purpose; challenge: string; personId: string | null },
): Promise<void> {
  await tx.execute(sql`delete from passkey_challenge where ctid in (
    select ctid from passkey_challenge where expires_at < ${now.toISOString()}::timestamptz limit 20 for update skip locked)`);
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  await tx.insert(passkeyChallenges).values({ id: newId(), ...asked, createdAt: now, expiresAt });
}

/** Uses a question up: true once, for whoever it was asked, while it lasts. */
export async function spendChallenge(
  { tx, now }: AuthTransaction,
  { purpose, challenge, personId }: { purpose: Purpose; challenge: string; personId: string | null },
): Promise<boolean> {
  const asker =
    personId === null ? isNull(passkeyChallenges.personId) : eq(passkeyChallenges.personId, personId);
  const spent = await tx
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challenge, challenge),
        eq(passkeyChallenges.purpose, purpose),
        gt(passkeyChallenges.expiresAt, now),
        asker,
      ),
    )
    .returning({ id: passkeyChallenges.id });
  return spent.length > 0;
}

/** The person a passkey's answer proves. It answers a question of ours, for our address, with the person verified. */
export async function provenByPasskey(
  auth: AuthTransaction,
  settings: Pick<Settings, 'url'>,
  response: AuthenticationResponseJSON,
): Promise<string> {
  const [key] = await auth.tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.credentialId, response.id))
    .for('update');
  if (!key) throw refused();
  const { id, origin } = relyingParty(settings);
  const { verifyAuthenticationResponse } = await webauthn();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(auth, { purpose: 'enter', challenge, personId: null }),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(key.publicKey),
      counter: key.counter,
    },
  }).catch(() => {
    throw refused();
  });
  if (!verified) throw refused();
  await auth.tx
    .update(passkeys)
    .set({
      counter: authenticationInfo.newCounter,
      synced: authenticationInfo.credentialBackedUp,
      usedAt: auth.now,
    })
    .where(eq(passkeys.id, key.id));
  return key.personId;
}

function refused(): AppError {
  return new AppError('UNAUTHORIZED', 'passkey.refused');
}
