import { attendances, liveSessions } from '@concord/db/schema/assignments';
import { activities, courses } from '@concord/db/schema/courses';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { runsSession } from '../../policies/live-sessions.ts';
import { sessionOf } from '../authoring/kinds/session.ts';
import { courseTitle } from '../cohorts/queries.ts';
import { titleIn } from '../courses/rules.ts';
import { iso, levelOf } from '../courses/shown.ts';
import { demandOpen } from '../enrolments/barrier.ts';
import { cohortsOf, courseOf, hostsOf, sessionsOf } from './load.ts';
import { type Attendance, phaseOf, standingOf } from './rules.ts';
import type { ownInput, plannedInput } from './schemas.ts';

const MOST = 200;
const hostName = sql<string | null>`trim(${people.givenName} || ' ' || ${people.familyName})`;

const dateColumns = {
  id: liveSessions.id,
  startsAt: liveSessions.startsAt,
  endsAt: liveSessions.endsAt,
  timeZone: liveSessions.timeZone,
  place: liveSessions.place,
  link: liveSessions.link,
  note: liveSessions.notes,
  host: hostName,
  capacity: liveSessions.capacity,
  reason: liveSessions.reason,
  cancelledAt: liveSessions.cancelledAt,
  revision: liveSessions.revision,
};

/**
 * The dates of a course's sessions, for who runs them: of one session or of all, for one cohort or for everybody, with
 * how many each is for and what was noted.
 */
export async function plannedSessions(ctx: SignedIn, input: z.output<typeof plannedInput>) {
  const { cohortId, sessionKey: activityKey } = input;
  const course = await courseOf(ctx, input.course);
  const courseId = course.id;
  found(runsSession(ctx.actor, { courseId, cohortId }) || undefined);
  const all = await cohortsOf(ctx, courseId);
  const chosen = cohortId === null ? all : [found(all.find(({ id }) => id === cohortId))];
  const [kinds, hosts, dates] = await Promise.all([
    sessionsOf(ctx, course.versionId),
    hostsOf(
      ctx,
      courseId,
      chosen.map(({ id }) => id),
    ),
    datesOf(ctx, { courseId, cohortId, activityKey }),
  ]);
  const asked = kinds.filter(({ key }) => activityKey === null || key === activityKey);
  if (activityKey !== null) found(asked[0]);
  return {
    now: ctx.now.toISOString(),
    course: { id: course.id, slug: course.slug, title: course.title },
    activities: asked.map(({ key, titles, minutes }) => ({
      ...{ key, minutes, title: titleIn(titles, ctx.locale, course.sourceLanguage) },
    })),
    cohorts: chosen,
    /** Whether a date for everybody on the course may be planned here. */
    forAll: cohortId === null,
    hosts: hosts.map(({ id, name }) => ({ id, name })),
    dates: dates.map((date) => ({ ...shown(date, ctx.now), noted: date.noted, expected: date.expected })),
  };
}

const noted = sql<Record<Attendance, number>>`(select json_build_object(
  'present', count(*) filter (where n.state = 'present'), 'absent', count(*) filter (where n.state = 'absent'),
  'excused', count(*) filter (where n.state = 'excused'))
  from ${attendances} n where n.live_session_id = ${liveSessions.id})`;
const expected = sql<number>`(select count(*)::int from ${enrolments} e where e.course_id = ${liveSessions.courseId}
  and e.withdrawn_at is null and (${liveSessions.cohortId} is null or e.cohort_id = ${liveSessions.cohortId}))`;

type Wanted = { courseId: string; cohortId: string | null; activityKey: string | null };

function datesOf(ctx: SignedIn, { courseId, cohortId, activityKey }: Wanted) {
  return ctx.tx
    .select({
      ...dateColumns,
      activityKey: liveSessions.activityKey,
      hostId: liveSessions.hostId,
      cohort: { id: cohorts.id, nameEn: cohorts.nameEn, nameFr: cohorts.nameFr },
      noted,
      expected,
    })
    .from(liveSessions)
    .leftJoin(people, eq(people.id, liveSessions.hostId))
    .leftJoin(cohorts, eq(cohorts.id, liveSessions.cohortId))
    .where(
      and(
        eq(liveSessions.courseId, courseId),
        cohortId === null ? undefined : eq(liveSessions.cohortId, cohortId),
        activityKey === null ? undefined : eq(liveSessions.activityKey, activityKey),
      ),
    )
    .orderBy(desc(liveSessions.startsAt), desc(liveSessions.id))
    .limit(MOST);
}

/** A date as it crosses the API. */
function shown<Row extends { startsAt: Date; endsAt: Date; cancelledAt: Date | null }>(row: Row, now: Date) {
  const { startsAt, endsAt, cancelledAt, ...rest } = row;
  return {
    ...rest,
    ...{ startsAt: iso(startsAt), endsAt: iso(endsAt), cancelledAt: iso(cancelledAt) },
    phase: phaseOf(row, now),
  };
}

/**
 * The dates of a session for a learner on the way to it: which comes next, which passed without them, and where they
 * were. A session that is not open yet is refused with what has to come first.
 */
export async function ownSessions(ctx: SignedIn, input: z.output<typeof ownInput>) {
  await demandOpen(ctx, input);
  const [own] = await ctx.tx
    .select({
      courseId: enrolments.courseId,
      cohortId: enrolments.cohortId,
      key: activities.key,
      settings: activities.settings,
    })
    .from(enrolments)
    .innerJoin(activities, eq(activities.versionId, enrolments.versionId))
    .where(
      and(
        eq(enrolments.id, input.enrolmentId),
        eq(activities.id, input.activityId),
        eq(activities.kind, 'session'),
      ),
    );
  const { courseId, cohortId, key, settings } = found(own);
  const rows = await ctx.tx
    .select({ ...dateColumns, state: attendances.state })
    .from(liveSessions)
    .leftJoin(people, eq(people.id, liveSessions.hostId))
    .leftJoin(
      attendances,
      and(eq(attendances.liveSessionId, liveSessions.id), eq(attendances.enrolmentId, input.enrolmentId)),
    )
    .where(
      and(
        eq(liveSessions.courseId, courseId),
        eq(liveSessions.activityKey, key),
        or(isNull(liveSessions.cohortId), cohortId ? eq(liveSessions.cohortId, cohortId) : undefined),
      ),
    )
    .orderBy(asc(liveSessions.startsAt), asc(liveSessions.id))
    .limit(MOST);
  const { attended, next, missed } = standingOf(rows, ctx.now);
  return {
    completes: sessionOf(settings).completes,
    attended: attended?.id ?? null,
    next: next?.id ?? null,
    missed: missed?.id ?? null,
    dates: rows.map((row) => shown(row, ctx.now)),
  };
}

/** One date with the names a calendar shows, for whom READ lets see it; NOT_FOUND for anybody else. */
export async function sessionForCalendar(ctx: SignedIn, id: string) {
  const [row] = await ctx.tx
    .select({
      ...dateColumns,
      slug: courses.slug,
      key: liveSessions.activityKey,
      course: courseTitle(ctx.locale),
      level: levelOf(ctx),
      language: courses.sourceLanguage,
      titles: sql<Record<string, string> | null>`(select a.titles from activity a
        join course_version v on v.id = a.version_id
        where v.course_id = ${courses.id} and a.key = ${liveSessions.activityKey} and v.published_at is not null
        order by v.number desc limit 1)`,
    })
    .from(liveSessions)
    .innerJoin(courses, eq(courses.id, liveSessions.courseId))
    .leftJoin(people, eq(people.id, liveSessions.hostId))
    .where(eq(liveSessions.id, id));
  const { titles, language, ...session } = found(row);
  return { ...session, title: titles ? titleIn(titles, ctx.locale, language) : session.course };
}
