import { asAuth } from '../context.ts';
import { AppError } from '../errors.ts';
import { activePerson } from './identities.ts';
import type { PasskeyAnswer } from './passkey-answer.ts';
import { provenByPasskey } from './passkeys.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Opened, Origin } from './sessions.ts';
import { open } from './sign-in.ts';
import type { AuthServices } from './transaction.ts';

/** Signs a person in by a passkey alone: something they have, unlocked by what they know or are. */
export async function signInByPasskey(
  services: AuthServices,
  limits: RateLimits,
  answer: PasskeyAnswer,
  origin: Origin,
): Promise<Opened & { personId: string }> {
  const attempt = { account: `passkey ${answer.id}`, address: origin.address };
  await limits.signIn(attempt);
  const opened = await asAuth(services, async (auth) => {
    const personId = await provenByPasskey(auth, services.settings, answer);
    const person = await activePerson(auth, personId);
    if (!person?.activatedAt) throw new AppError('UNAUTHORIZED', 'passkey.refused');
    return open(auth, { personId, partyId: person.partyId, strength: 2 }, origin);
  });
  await limits.forgive(attempt);
  return opened;
}
