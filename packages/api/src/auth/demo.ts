import { systemSettings } from '@concord/db/schema/markings';
import { people as demoPeople } from '@concord/db/seed/data/people';
import { type Persona, personas } from '@concord/db/seed/data/personas';
import { asAuth } from '../context.ts';
import { AppError } from '../errors.ts';
import { hasSecondFactor } from './second-factor.ts';
import type { Opened, Origin } from './sessions.ts';
import { findByEmail, open } from './sign-in.ts';
import type { AuthServices, AuthTransaction } from './transaction.ts';

/** Signs in as somebody of the tour, second factor included. Refused unless settings and data are a demo's. */
export function signInDemo(
  services: AuthServices,
  persona: string,
  origin: Origin,
): Promise<Opened & { personId: string }> {
  return asAuth(services, async (auth) => {
    const email = (await isDemo(services, auth)) ? demoEmail(persona) : undefined;
    const known = email === undefined ? undefined : await findByEmail(auth, email);
    if (!known) throw new AppError('UNAUTHORIZED', 'signIn.refused');
    const { personId } = known.secrets;
    const strength = hasSecondFactor(known.secrets) ? 2 : 1;
    return open(auth, { personId, partyId: known.partyId, strength }, origin);
  });
}

/** Whether this installation holds a demo: the operator's setting and the database must both say so. */
export async function isDemo(
  services: Pick<AuthServices, 'settings'>,
  { tx }: Pick<AuthTransaction, 'tx'>,
): Promise<boolean> {
  if (!services.settings.demo) return false;
  const [row] = await tx.select({ demo: systemSettings.demo }).from(systemSettings);
  return row?.demo === true;
}

/** The people of the tour in its order, by the address they sign in with. */
export function demoAddresses(): { persona: Persona; email: string }[] {
  return (Object.keys(personas) as Persona[]).flatMap((persona) => {
    const email = demoEmail(persona);
    return email === undefined ? [] : [{ persona, email }];
  });
}

function demoEmail(persona: string): string | undefined {
  const key = Object.hasOwn(personas, persona) ? personas[persona as Persona] : undefined;
  return demoPeople.find((person) => person.key === key)?.email.toLowerCase();
}
