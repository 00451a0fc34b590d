import { liveSessions } from '@concord/db/schema/assignments';
import { activities, courses, courseVersions, units } from '@concord/db/schema/courses';
import { cohorts } from '@concord/db/schema/learning';
import { appointments, people } from '@concord/db/schema/people';
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { runsSession } from '../../policies/live-sessions.ts';
import { courseTitle } from '../cohorts/queries.ts';
import { courseNamed } from '../courses/shown.ts';

export type LiveSession = typeof liveSessions.$inferSelect;

/** A session the actor runs; to others it does not exist. Locked where something is written. */
export async function ranSession(ctx: SignedIn, id: string, lock = false): Promise<LiveSession> {
  const query = ctx.tx.select().from(liveSessions).where(eq(liveSessions.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return found(row && runsSession(ctx.actor, row) ? row : undefined);
}

/** The course with its newest published version. */
export async function courseOf(ctx: SignedIn, course: string) {
  const [row] = await ctx.tx
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courseTitle(ctx.locale),
      sourceLanguage: courses.sourceLanguage,
      versionId: courseVersions.id,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id))
    .where(and(courseNamed(course), sql`${courseVersions.publishedAt} is not null`))
    .orderBy(sql`${courseVersions.number} desc`)
    .limit(1);
  return found(row);
}

/** The sessions a version of a course has, in its order. */
export function sessionsOf(ctx: SignedIn, versionId: string) {
  return ctx.tx
    .select({
      key: activities.key,
      titles: activities.titles,
      minutes: activities.minutes,
      settings: activities.settings,
    })
    .from(activities)
    .innerJoin(units, eq(units.id, activities.unitId))
    .where(and(eq(activities.versionId, versionId), eq(activities.kind, 'session')))
    .orderBy(asc(units.position), asc(activities.position));
}

/** The cohorts of a course a session may be for. */
export function cohortsOf(ctx: SignedIn, courseId: string) {
  return ctx.tx
    .select({ id: cohorts.id, nameEn: cohorts.nameEn, nameFr: cohorts.nameFr })
    .from(cohorts)
    .where(and(eq(cohorts.courseId, courseId), isNull(cohorts.archivedAt)))
    .orderBy(asc(cohorts.startsAt), asc(cohorts.id))
    .limit(200);
}

const LEADS = ['courseDirector', 'instructor', 'cohortManager'] as const;

/** Who can lead a session: the staff of the course, and who looks after its cohorts. */
export async function hostsOf(ctx: SignedIn, courseId: string, cohortIds: readonly string[]) {
  const name = sql<string>`trim(${people.givenName} || ' ' || ${people.familyName})`;
  return ctx.tx
    .selectDistinct({ id: people.id, name, family: people.familyName })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(
      and(
        inArray(appointments.scopeId, [courseId, ...cohortIds]),
        inArray(appointments.role, [...LEADS]),
        lte(appointments.validFrom, ctx.now),
        or(isNull(appointments.validUntil), gt(appointments.validUntil, ctx.now)),
        isNull(people.endedAt),
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id));
}
