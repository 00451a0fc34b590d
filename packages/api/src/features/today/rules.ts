import type { Place } from '../courses/rules.ts';

/**
 * What waits for a person, with the instant by which it should be done, and the marking of the words it is named by; null
 * where nothing sets one.
 */
export type WaitingItem = { id: string; due: string | null; markingId: string | null } & (
  | {
      kind: 'enrolment';
      courseId: string;
      course: string;
      done: number;
      total: number;
      /** Where it goes on; null where nothing is open. */
      place: Place | null;
    }
  | {
      kind: 'attempt';
      courseId: string;
      activityId: string;
      course: string;
      activity: string;
      answered: number;
      total: number;
    }
  | { kind: 'mention'; threadId: string; thread: string; person: string; at: string }
  | { kind: 'thread'; threadId: string; thread: string; unread: number; at: string }
  | {
      kind: 'part';
      title: string;
      ended: boolean;
      /** The next exercise that takes names for it; null where none is in sight. */
      exercise: { code: string; name: string; closesAt: string } | null;
    }
  | { kind: 'survey'; surveyId: string; survey: string; exercise: string }
  | { kind: 'lessonAction'; code: string; number: number; what: string }
  | { kind: 'action'; decisionId: string; number: string; what: string }
  | { kind: 'silence'; textId: string; title: string; body: string; waits: SilenceWaits }
  /** What a colleague prepared to say for the nation, and the wish to open something wider: a second person decides. */
  | { kind: 'release'; textId: string; title: string; body: string; person: string }
  | { kind: 'wider'; threadId: string; thread: string; person: string }
  | { kind: 'summary'; meetingId: string; title: string; body: string }
  | {
      kind: 'session';
      liveSessionId: string;
      course: string;
      key: string;
      title: string;
      place: string;
      startsAt: string;
    }
  | { kind: 'attendance'; liveSessionId: string; title: string; at: string }
  | { kind: 'cohort'; cohortId: string; cohort: string; unfinished: number }
);

/**
 * What a silence waits for: a word of the nation (which has said nothing, or that it has the text), whether it objects
 * to the method, that it confirms its letter, or the chair.
 */
export type SilenceWaits = 'nothing' | 'acknowledged' | 'method' | 'letter' | 'chair';

/** A silence that waits, until its end where it runs. */
export type WaitingSilence = {
  id: string;
  textId: string;
  title: string;
  markingId: string;
  body: string;
  waits: SilenceWaits;
  until: Date | null;
};

/** Something with a date in the days ahead. */
export type Upcoming = {
  id: string;
  at: string;
  markingId: string | null;
  kind: 'enrolment' | 'cohort' | 'silence' | 'meeting' | 'session' | 'hosting';
  title: string;
};

const DAY_MS = 86_400_000;

/** How far ahead Today looks. */
export const horizonDays = 14;

/** How long before a session begins it waits for its people. */
export const sessionNoticeHours = 24;

/** How long before a cohort ends its administrator is told who has not finished. */
export const cohortNoticeDays = 14;

/**
 * What waits, in the order to see to it: what is due first, the nearest deadline first, what is late before all;
 * then what has no date, in the order it came.
 */
export function inOrder(items: readonly WaitingItem[]): WaitingItem[] {
  return items.toSorted((a, b) => {
    if (a.due !== b.due) return instant(a.due) - instant(b.due);
    return a.id < b.id ? -1 : 1;
  });
}

/**
 * Leaves out what another item says better: a course whose quiz has been begun waits as that quiz,
 * and a thread in which the person was mentioned waits as the mention.
 */
export function withoutRepeats(items: readonly WaitingItem[]): WaitingItem[] {
  const begun = new Set(items.flatMap((item) => (item.kind === 'attempt' ? [item.courseId] : [])));
  const mentioned = new Set(items.flatMap((item) => (item.kind === 'mention' ? [item.threadId] : [])));
  return items.filter(
    (item) =>
      !(item.kind === 'enrolment' && begun.has(item.courseId)) &&
      !(item.kind === 'thread' && mentioned.has(item.threadId)),
  );
}

/** Whether an enrolment waits for its person: always when it has a deadline, else once it was begun. */
export function enrolmentWaits(enrolment: { due: Date | null; done: number; completed: boolean }): boolean {
  return !enrolment.completed && (enrolment.due !== null || enrolment.done > 0);
}

/** Whether an instant lies in the days that Today shows ahead. */
export function isSoon(at: Date, now: Date, days: number = horizonDays): boolean {
  const ahead = at.getTime() - now.getTime();
  return ahead >= 0 && ahead <= days * DAY_MS;
}

function instant(due: string | null): number {
  return due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due);
}

const PLAYED: ReadonlySet<WaitingItem['kind']> = new Set([
  'mention',
  'thread',
  'action',
  'silence',
  'release',
  'wider',
  'summary',
]);
const DATED: ReadonlySet<Upcoming['kind']> = new Set(['silence', 'meeting']);

/** The markings of all that a day names, each once. */
export function markingsOn(
  day: Record<'waiting' | 'upcoming' | 'learning', { markingId: string | null }[]>,
): string[] {
  const named = [...day.waiting, ...day.upcoming, ...day.learning];
  return [...new Set(named.flatMap(({ markingId }) => markingId ?? []))];
}

/** Of a day, what is part of an exercise, for who is inside one: what is consulted about there. */
export function playOf<Day extends { waiting: WaitingItem[]; upcoming: Upcoming[]; learning: unknown[] }>(
  day: Day,
): Day {
  return {
    ...day,
    waiting: day.waiting.filter(({ kind }) => PLAYED.has(kind)),
    upcoming: day.upcoming.filter(({ kind }) => DATED.has(kind)),
    learning: [],
  };
}
