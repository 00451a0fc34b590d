import { enrolments } from '@concord/db/schema/learning';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { titleIn } from '../courses/rules.ts';
import { ownExerciseDates } from '../exercises/calendar.ts';
import { loadPaths, type PathRow } from '../learning/load.ts';
import { openParts } from '../learning/rules.ts';
import { calendarMeetings } from '../meetings/calendar.ts';
import { type Entry, untilDeadline } from './rules.ts';
import { sessionsOf } from './sessions.ts';

/** Every date a person has to keep: deadlines, sessions, cohorts that begin, meetings of their bodies, exercises. */
export async function entriesOf(ctx: SignedIn): Promise<Entry[]> {
  const [paths, sessions, hidden, meetings, exercises] = await Promise.all([
    loadPaths(ctx),
    sessionsOf(ctx),
    hiddenDeadlines(ctx),
    calendarMeetings(ctx),
    ownExerciseDates(ctx),
  ]);
  const zone = ctx.actor.timeZone;
  return [
    ...meetings,
    ...exercises,
    ...paths.flatMap((row) => [...ownDates(row, zone), ...partDates(row, zone, ctx.now)]),
    ...sessions,
    ...hidden.map(({ id, dueAt }) => ({
      ...{ uid: `${id}-deadline`, kind: 'deadline' as const, title: null, place: '', zone },
      ...untilDeadline(dueAt ?? ctx.now),
      path: '/learn/mine' as const,
    })),
  ];
}

/** Deadlines of courses whose very title is marked too high for a calendar: an instant and a link, no content. */
async function hiddenDeadlines(ctx: SignedIn) {
  return ctx.tx
    .select({ id: enrolments.id, dueAt: enrolments.dueAt })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.personId, ctx.actor.personId),
        isNull(enrolments.withdrawnAt),
        isNull(enrolments.completedAt),
        isNotNull(enrolments.dueAt),
        sql`not exists (select from course c where c.id = ${enrolments.courseId})`,
      ),
    );
}

function ownDates(row: PathRow, zone: string): Entry[] {
  const common = { zone, place: '', path: `/learn/${row.slug}` as const };
  const dates: Entry[] = [];
  if (row.dueAt)
    dates.push({
      ...{ uid: `${row.id}-deadline`, kind: 'deadline', title: row.title },
      ...common,
      ...untilDeadline(row.dueAt),
    });
  if (row.cohort !== null && row.cohortStartsAt) {
    const start = row.cohortStartsAt;
    const title = `${row.title} (${row.cohort})`;
    const end = new Date(start.getTime() + 3_600_000);
    dates.push({ uid: `${row.id}-cohort`, kind: 'cohort', title, ...common, start, end });
  }
  return dates;
}

const KINDS = { quiz: 'quizCloses', assignment: 'work' } as const;

function partDates(row: PathRow, zone: string, now: Date): Entry[] {
  const path = { ...row, admitted: true, parts: row.parts ?? [] };
  return openParts(path, now).flatMap(({ part, due }): Entry[] => {
    const title = titleIn(part.titles, row.language, row.sourceLanguage);
    const common = { uid: `${row.id}-${part.key}`, title, path: `/learn/${row.slug}/${part.key}` as const };
    if (!due || (part.kind !== 'quiz' && part.kind !== 'assignment')) return [];
    return [{ ...common, kind: KINDS[part.kind], place: '', zone, ...untilDeadline(due) }];
  });
}
