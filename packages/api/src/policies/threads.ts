import type { Actor } from '../context.ts';
import { holds } from './actor.ts';

/** Roles that write in the threads of a body; each of them where its markings let it read. */
const WRITING = new Set(['chair', 'secretariat', 'headOfDelegation', 'delegate', 'contributor']);

/** Roles that start threads: those who sit in the body. */
const STARTING = new Set(['chair', 'secretariat', 'headOfDelegation', 'delegate']);

/** The roles a person holds in a body. */
export function rolesIn(actor: Pick<Actor, 'appointments'>, bodyId: string): string[] {
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
  /** The course in which it is asked; null in a committee. Whoever may read a question may write under it. */
  courseId: string | null;
  needToKnow: 'body' | 'named';
  closedAt: Date | null;
  /** Of the person named in the thread; null where none names them. */
  memberMayWrite: number | null;
};

/** Whether a person may write in a thread they may read: by role in the body, or as one of those named. */
export function mayWriteIn(actor: Actor, thread: ThreadStanding): boolean {
  return thread.closedAt === null && standsIn(actor, thread);
}

/** Whether a person would write in a thread they may read, were it open. */
function standsIn(actor: Actor, thread: ThreadStanding): boolean {
  if (thread.memberMayWrite !== null) return thread.memberMayWrite === 1;
  if (thread.courseId !== null) return true;
  return thread.needToKnow === 'body' && rolesIn(actor, thread.bodyId).some((role) => WRITING.has(role));
}

/** Where a thread stands: under a committee, or in a course. */
type Container = Pick<ThreadStanding, 'bodyId' | 'courseId'>;

/** Whether a person keeps order in a body's threads: its chair, and who teaches the course it belongs to. */
export function chairs(actor: Actor, { bodyId, courseId }: Container): boolean {
  return rolesIn(actor, bodyId).includes('chair') || answers(actor, courseId);
}

/** Whether a person answers what is asked in a course: who teaches or runs it, or manages training. */
export function answers(actor: Actor, courseId: string | null): boolean {
  if (courseId === null) return false;
  return ofCourse(actor, courseId) || holds(actor, 'trainingManager');
}

/** Whether a person is one of those who read and ask in a course: enrolled in it, or who answers there. */
export function asksIn(actor: Actor, course: { id: string; enrolled: boolean }): boolean {
  return course.enrolled || answers(actor, course.id);
}

const ofCourse = (actor: Actor, courseId: string) =>
  actor.appointments.some((one) => one.scope === 'course' && one.scopeId === courseId);

/** Whether a person runs a body's threads: its chair or its secretariat. */
export function runs(actor: Actor, bodyId: string): boolean {
  return rolesIn(actor, bodyId).some((role) => role === 'chair' || role === 'secretariat');
}

/** Whether a person leads a thread they may read (closes it, reopens it): chair, secretariat, or who opened it. */
export function leads(actor: Actor, thread: ThreadStanding & { createdBy: string }): boolean {
  const keeps = runs(actor, thread.bodyId) || answers(actor, thread.courseId);
  return keeps || (thread.createdBy === actor.personId && standsIn(actor, thread));
}

/** Whether a person decides who else is named in a thread. */
export function mayName(actor: Actor, thread: ThreadStanding & { createdBy: string }): boolean {
  return thread.needToKnow === 'named' && leads(actor, thread);
}

/** Whether a person may take somebody off a thread: who names, one's own delegation's head, and oneself. */
export function mayTakeOff(
  actor: Actor,
  thread: ThreadStanding & { createdBy: string },
  member: { personId: string; partyId: string },
): boolean {
  if (thread.needToKnow !== 'named') return false;
  const heads = rolesIn(actor, thread.bodyId).includes('headOfDelegation');
  const own = member.personId === actor.personId || (heads && member.partyId === actor.partyId);
  return own || mayName(actor, thread);
}

/** Whether a person may narrow a thread's marking: who leads it, and the originator's security officer. */
export function mayNarrowThread(
  actor: Actor,
  thread: ThreadStanding & { createdBy: string },
  originator: string,
): boolean {
  // A question keeps its course's marking.
  if (thread.courseId !== null) return false;
  return leads(actor, thread) || holds(actor, 'securityOfficer', originator);
}

/**
 * Whether a person may release what a party has originated to more people: its security officer, and the head of its
 * delegation in the body.
 */
export function mayRelease(
  actor: Pick<Actor, 'partyId' | 'appointments'>,
  bodyId: string,
  originator: string,
): boolean {
  const heads = rolesIn(actor, bodyId).includes('headOfDelegation') && actor.partyId === originator;
  return heads || holds(actor, 'securityOfficer', originator);
}

/** Whether a person may narrow an entry they may read: its author, chair and secretariat, its party's security officer. */
export function mayNarrowEntry(
  actor: Actor,
  { bodyId, courseId }: Container,
  entry: { authorId: string; partyId: string },
): boolean {
  if (courseId !== null) return false;
  return (
    entry.authorId === actor.personId || runs(actor, bodyId) || holds(actor, 'securityOfficer', entry.partyId)
  );
}
