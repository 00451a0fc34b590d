import type { Actor } from '../context.ts';
import { isAdministrator } from './actor.ts';

/** A credential is opened by its holder and by administrators. */
export function mayOpenCredential(actor: Actor, credential: { personId: string }): boolean {
  return actor.personId === credential.personId || isAdministrator(actor);
}

/** Only an administrator takes one back. */
export function mayRevoke(actor: Actor): boolean {
  return isAdministrator(actor);
}
