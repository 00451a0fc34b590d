import { type Marking, mayRead } from '../marking/rules.ts';

/** From an instant (included) to an instant (not included, null for ever). */
export type Interval = { from: Date; until: Date | null };

/** A level of the scheme: how strongly one must be signed in for it. */
export type LevelRule = { rank: number; needsStrength: number };

/** All that READ asks of a person. */
export type PersonState = {
  endedAt: Date | null;
  /** The nation, when the organisation belongs to one; else the organisation. */
  party: string;
  strength: number;
  attestations: (Interval & { level: number; caveats: readonly string[]; revokedAt: Date | null })[];
  bodies: (Interval & { id: string })[];
  threads: (Interval & { id: string })[];
  /** Glass the person has broken, by thread. */
  glass: (Interval & { id: string })[];
  /** Appointments as an administrator: glass holds only while there is one. */
  administers: Interval[];
  /** Courses the person is enrolled in, from which they have not been withdrawn. */
  enrolledIn: string[];
  /** Appointments in a course, whatever the role. */
  courses: (Interval & { id: string })[];
  /** Appointments that manage training. */
  managesTraining: Interval[];
};

/** All that READ asks of a thread. */
export type ThreadState = {
  id: string;
  body: string;
  /** The course whose people ask in this body; null for a committee. */
  course: string | null;
  needToKnow: 'body' | 'named';
  marking: Marking;
};

/** The scheme and how high this installation may go. */
export type System = {
  levels: readonly LevelRule[];
  ceiling: number;
  /** Whether glass may be broken at all. */
  breakGlass: boolean;
};

/** Whether an interval holds an instant: half open. */
export function holdsAt({ from, until }: Interval, now: Date): boolean {
  return from <= now && (until === null || now < until);
}

/**
 * Need to know (DESIGN 2, member): an appointment in the thread's body, or being named; for what is asked in a course,
 * an enrolment in it, an appointment in it, or managing training.
 */
export function isMember(person: PersonState, thread: ThreadState, now: Date): boolean {
  const named = person.threads.some((one) => one.id === thread.id && holdsAt(one, now));
  const appointed = person.bodies.some((one) => one.id === thread.body && holdsAt(one, now));
  return named || (thread.needToKnow === 'body' && (appointed || isOfCourse(person, thread.course, now)));
}

function isOfCourse(person: PersonState, course: string | null, now: Date): boolean {
  if (course === null) return false;
  return (
    person.enrolledIn.includes(course) ||
    person.courses.some((one) => one.id === course && holdsAt(one, now)) ||
    person.managesTraining.some((one) => holdsAt(one, now))
  );
}

/**
 * The highest level a person may read now: attested (the lowest level needs none), under the ceiling, and only as
 * far as the session is signed in strongly enough; -1 for none at all.
 */
export function effectiveLevel(person: PersonState, system: System, now: Date): number {
  const valid = validAttestations(person, now);
  const attested = Math.min(system.ceiling, Math.max(0, ...valid.map((one) => one.level)));
  const barred = system.levels.filter((level) => level.needsStrength > person.strength);
  const reach = Math.min(attested, ...barred.map((level) => level.rank - 1));
  return system.levels.some((level) => level.rank <= reach) ? reach : -1;
}

/**
 * Whether a person reads a thread by glass they have broken: while it lasts, as an administrator signed in with the second
 * factor. It stands for being a member and for nothing else.
 */
function readsByGlass(person: PersonState, thread: ThreadState, system: System, now: Date): boolean {
  return (
    system.breakGlass &&
    person.strength >= 2 &&
    person.administers.some((one) => holdsAt(one, now)) &&
    person.glass.some((one) => one.id === thread.id && holdsAt(one, now))
  );
}

/** READ of an item marked so inside a thread (DESIGN 2). The thread itself must be readable too. */
export function canRead(
  person: PersonState,
  item: { thread: ThreadState; marking: Marking },
  system: System,
  now: Date,
): boolean {
  if (person.endedAt !== null && person.endedAt <= now) return false;
  const caveats = validAttestations(person, now).flatMap((one) => [...one.caveats]);
  const reader = { level: effectiveLevel(person, system, now), party: person.party, caveats };
  return (
    (isMember(person, item.thread, now) || readsByGlass(person, item.thread, system, now)) &&
    mayRead(reader, item.marking) &&
    mayRead(reader, item.thread.marking)
  );
}

function validAttestations(person: PersonState, now: Date) {
  return person.attestations.filter((one) => one.revokedAt === null && holdsAt(one, now));
}
