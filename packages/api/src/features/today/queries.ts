import { meetingsAhead } from '../meetings/queries.ts';
import { partsToPlay } from '../readiness/own-parts.ts';
import { openActions } from './actions.ts';
import { openAttempts } from './attempts.ts';
import { endingCohorts } from './cohorts.ts';
import { myEnrolments } from './enrolments.ts';
import { lessonActionsToDo } from './lesson-actions.ts';
import type { Reading } from './reader.ts';
import {
  enrolmentWaits,
  horizonDays,
  inOrder,
  isSoon,
  type Upcoming,
  type WaitingItem,
  type WaitingSilence,
  withoutRepeats,
} from './rules.ts';
import { positionsToRelease, wishesToDecide } from './second-person.ts';
import { sessionsAhead, sessionsToNote } from './sessions.ts';
import { waitingSilences } from './silences.ts';
import { openSummaries } from './summaries.ts';
import { openSurveys } from './surveys.ts';
import { unreadMentions, unreadThreads } from './threads.ts';

/** A person's day: what waits for them, their learning, and what the next two weeks bring. */
export async function readToday(reading: Reading) {
  const [
    enrolments,
    attempts,
    actions,
    lessonActions,
    surveys,
    cohorts,
    mentions,
    threads,
    silences,
    prepared,
    wishes,
    meetings,
    sessions,
    toNote,
    summaries,
    parts,
  ] = await Promise.all([
    myEnrolments(reading),
    openAttempts(reading),
    openActions(reading),
    lessonActionsToDo(reading),
    openSurveys(reading),
    endingCohorts(reading),
    unreadMentions(reading),
    unreadThreads(reading),
    waitingSilences(reading),
    positionsToRelease(reading),
    wishesToDecide(reading),
    meetingsAhead(reading, new Date(reading.now.getTime() + horizonDays * 86_400_000)),
    sessionsAhead(reading),
    sessionsToNote(reading),
    openSummaries(reading),
    partsToPlay(reading),
  ]);
  const waiting: WaitingItem[] = [
    ...enrolments
      .filter((one) => enrolmentWaits({ due: one.due, done: one.done, completed: one.completedAt !== null }))
      .map((one) => ({
        kind: 'enrolment' as const,
        id: one.id,
        markingId: one.markingId,
        due: iso(one.due),
        courseId: one.courseId,
        course: one.title,
        done: one.done,
        total: one.total,
        place: one.place,
      })),
    ...attempts.map((one) => ({
      kind: 'attempt' as const,
      id: one.id,
      markingId: one.markingId,
      due: iso(one.due),
      courseId: one.courseId,
      activityId: one.activityId,
      course: one.course,
      activity: one.activity,
      answered: one.answered,
      total: one.total,
    })),
    ...actions.map((one) => ({ kind: 'action' as const, ...one, due: iso(one.due) })),
    ...lessonActions.map((one) => ({ kind: 'lessonAction' as const, ...one, due: iso(one.due) })),
    ...surveys.map((one) => ({ kind: 'survey' as const, ...one, due: iso(one.due) })),
    ...parts.map(({ column, cell, opening }) => ({
      ...{ kind: 'part' as const, id: column.key, due: cell.at === null ? null : iso(new Date(cell.at)) },
      ...{ title: column.title, ended: cell.state === 'expired', exercise: opening },
      markingId: opening?.markingId ?? null,
    })),
    ...cohorts.map((one) => ({
      ...{ kind: 'cohort' as const, id: one.cohortId, ...one, markingId: null, due: iso(one.due) },
    })),
    ...silences.map(({ until, ...one }) => ({ kind: 'silence' as const, ...one, due: iso(until) })),
    ...prepared.map((one) => ({ kind: 'release' as const, ...one, due: null })),
    ...wishes.map((one) => ({ kind: 'wider' as const, ...one, due: null })),
    ...summaries.map(({ until, ...one }) => ({
      ...{ kind: 'summary' as const, ...one, meetingId: one.id, due: iso(until) },
    })),
    ...sessions
      .filter(({ soon }) => soon)
      .map(({ id, markingId, course, key, title, place, startsAt }) => ({
        ...{ kind: 'session' as const, id, markingId, liveSessionId: id, course, key, title, place },
        ...{ due: startsAt > reading.now ? iso(startsAt) : null, startsAt: startsAt.toISOString() },
      })),
    ...toNote.map(({ id, markingId, title, at }) => ({
      ...{
        kind: 'attendance' as const,
        id,
        markingId,
        liveSessionId: id,
        due: null,
        title,
        at: at.toISOString(),
      },
    })),
    ...mentions.map((one) => ({
      kind: 'mention' as const,
      id: one.id,
      markingId: one.markingId,
      due: null,
      threadId: one.threadId,
      thread: one.thread,
      person: `${one.given} ${one.family}`,
      at: one.at.toISOString(),
    })),
    ...threads.map((one) => ({
      kind: 'thread' as const,
      id: one.threadId,
      due: null,
      ...one,
      at: one.at.toISOString(),
    })),
  ];
  return {
    waiting: inOrder(withoutRepeats(waiting)),
    upcoming: upcoming({ enrolments, cohorts, silences, meetings, sessions }, reading.now),
    learning: enrolments.map((one) => ({
      courseId: one.courseId,
      markingId: one.markingId,
      title: one.title,
      done: one.done,
      total: one.total,
      next: one.next,
      completed: one.completedAt !== null,
      credential: one.credentialId === null ? null : { validUntil: iso(one.validUntil) },
    })),
  };
}

type Enrolment = Awaited<ReturnType<typeof myEnrolments>>[number];
type Session = Awaited<ReturnType<typeof sessionsAhead>>[number];
type Cohort = Awaited<ReturnType<typeof endingCohorts>>[number];

type Dated = {
  enrolments: Enrolment[];
  cohorts: Cohort[];
  silences: WaitingSilence[];
  sessions: Session[];
  meetings: { id: string; markingId: string; startsAt: Date; title: string }[];
};

function upcoming({ enrolments, cohorts, silences, meetings, sessions }: Dated, now: Date): Upcoming[] {
  const dates = [
    ...enrolments
      .filter((one) => one.completedAt === null)
      .map(({ id, markingId, due, title }) => ({
        id,
        markingId,
        kind: 'enrolment' as const,
        at: due,
        title,
      })),
    ...cohorts.map((one) => ({
      ...{ id: one.cohortId, markingId: null, kind: 'cohort' as const, at: one.due, title: one.cohort },
    })),
    ...silences.map(({ id, markingId, until, title }) => ({
      ...{ id, markingId, kind: 'silence' as const, at: until, title },
    })),
    ...meetings.map(({ id, markingId, startsAt, title }) => ({
      ...{ id, markingId, kind: 'meeting' as const, at: startsAt, title },
    })),
    ...sessions.map(({ id, markingId, startsAt, title, hosts }) => ({
      ...{ id, markingId, kind: hosts ? ('hosting' as const) : ('session' as const), at: startsAt, title },
    })),
  ];
  return dates
    .flatMap((date) => (date.at && isSoon(date.at, now) ? [{ ...date, at: date.at.toISOString() }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
