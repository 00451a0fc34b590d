import type { Actor } from '../context.ts';

/** Roles that write in the threads of a body; each of them where its markings let it read. */
const WRITING = new Set(['chair', 'secretariat', 'headOfDelegation', 'delegate', 'contributor']);

/** Roles that start threads: those who sit in the body. */
const STARTING = new Set(['chair', 'secretariat', 'headOfDelegation', 'delegate']);

/** The roles a person holds in a body. */
export function rolesIn(actor: Actor, bodyId: string): string[] {
  return actor.appointments
    .filter((one) => one.scope === 'body' && one.scopeId === bodyId)
    .map((one) => one.role);
}

/** Whether a person may start a thread in a body. */
export function mayStartThread(actor: Actor, bodyId: string): boolean {
  return rolesIn(actor, bodyId).some((role) => STARTING.has(role));
}

/** What decides whether a person may write in a thread they may read. */
export type ThreadStanding = {
  bodyId: string;
  needToKnow: 'body' | 'named';
  closedAt: Date | null;
  /** Of the person named in the thread; null where none names them. */
  memberMayWrite: number | null;
};

/** Whether a person may write in a thread they may read: by role in the body, or as one of those named. */
export function mayWriteIn(actor: Actor, thread: ThreadStanding): boolean {
  if (thread.closedAt !== null) return false;
  if (thread.memberMayWrite !== null) return thread.memberMayWrite === 1;
  return thread.needToKnow === 'body' && rolesIn(actor, thread.bodyId).some((role) => WRITING.has(role));
}

/** Whether a person keeps order in a body's threads. */
export function chairs(actor: Actor, bodyId: string): boolean {
  return rolesIn(actor, bodyId).includes('chair');
}
