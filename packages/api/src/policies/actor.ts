import type { Role } from '@concord/db/enums';
import type { Actor } from '../context.ts';

/** Whether the actor holds a role now, for this scope or, without one, for any. */
export function holds(actor: Pick<Actor, 'appointments'>, role: Role, scopeId?: string): boolean {
  return actor.appointments.some(
    (held) => held.role === role && (scopeId === undefined || held.scopeId === scopeId),
  );
}

/** Manages people and access; that alone gives no right to read a consultation. Needs the second factor. */
export function isAdministrator(actor: Actor): boolean {
  return actor.strength >= 2 && holds(actor, 'administrator');
}

/** How long after proving who they are a person may do what is sensitive, in milliseconds. */
export const STEP_UP_MS = 15 * 60_000;

/** Whether the person proved who they are recently enough for a sensitive act. */
export function isRecent(actor: Pick<Actor, 'verifiedAt'>, now: Date): boolean {
  return now.getTime() - actor.verifiedAt.getTime() <= STEP_UP_MS;
}
