import { activities, courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { cohortMembers, cohortParties, cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { accounts, people } from '@concord/db/schema/people';
import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import {
  arrangesCohorts,
  cohortPartiesSeen,
  cohortsSeen,
  makesCohorts,
  makesCohortsOf,
  managesCohort,
  seesCohort,
  seesCohorts,
} from '../../policies/cohorts.ts';
import { runsSession } from '../../policies/live-sessions.ts';
import { levelOf } from '../courses/shown.ts';
import { filesOfCohort } from '../credentials/of-cohort.ts';
import { fullName } from '../people/names.ts';
import { matches } from '../people/queries.ts';
import { membersOf } from './progress.ts';
import { memberState, totals } from './rules.ts';

/**
 * The title of a cohort's course in the reader's language, else the course's own. The course's columns carry their
 * table's name by hand: Drizzle leaves it out where a query has one table only, and the inner query has an id too.
 */
export const courseTitle = (locale: string) => sql<string>`coalesce(
  (select t.title from ${courseTexts} t join ${courseVersions} v on v.id = t.version_id
    where v.course_id = course.id and v.published_at is not null
    order by v.number desc, t.language = ${locale} desc, t.language = course.source_language desc limit 1),
  course.slug)`;

/** The cohorts, those that end soonest first; each with how many are in it. */
export async function listCohorts(ctx: SignedIn) {
  found(seesCohorts(ctx.actor) || undefined);
  const only = cohortsSeen(ctx.actor);
  const rows = await ctx.tx
    .select({
      id: cohorts.id,
      nameEn: cohorts.nameEn,
      nameFr: cohorts.nameFr,
      startsAt: cohorts.startsAt,
      dueAt: cohorts.dueAt,
      course: courseTitle(ctx.locale),
      level: levelOf(ctx),
      members: sql<number>`(select count(*)::int from ${cohortMembers} m where m.cohort_id = ${cohorts.id})`,
      seats: sql<number>`(select coalesce(sum(s.seats), 0)::int from ${cohortParties} s where s.cohort_id = ${cohorts.id})`,
    })
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(
      and(
        isNull(cohorts.archivedAt),
        only ? or(inArray(cohorts.courseId, only.courseIds), inArray(cohorts.id, only.cohortIds)) : undefined,
      ),
    )
    .orderBy(sql`${cohorts.dueAt} asc nulls last`, desc(cohorts.id))
    .limit(200);
  return {
    cohorts: rows.map(({ startsAt, dueAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
    })),
    can: { create: makesCohorts(ctx.actor) },
  };
}

/** What a form for a cohort offers: the published courses one may make cohorts for, and parties. */
export async function cohortChoices(ctx: SignedIn) {
  found(arrangesCohorts(ctx.actor) || undefined);
  const offered = await ctx.tx
    .select({ id: courses.id, title: courseTitle(ctx.locale) })
    .from(courses)
    .where(
      and(
        isNull(courses.archivedAt),
        sql`exists (select from ${courseVersions} v where v.course_id = ${courses.id} and v.published_at is not null)`,
      ),
    )
    .orderBy(asc(courses.slug));
  const invited = await ctx.tx
    .select({ id: parties.id, code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr })
    .from(parties)
    .orderBy(asc(parties.code));
  return { courses: offered.filter(({ id }) => makesCohortsOf(ctx.actor, id)), parties: invited };
}

/** Seats per party, and who of each party holds one. */
export async function seatsOf(ctx: Pick<SignedIn, 'tx'>, cohortId: string) {
  return ctx.tx
    .select({
      partyId: parties.id,
      code: parties.code,
      nameEn: parties.nameEn,
      nameFr: parties.nameFr,
      seats: cohortParties.seats,
    })
    .from(cohortParties)
    .innerJoin(parties, eq(parties.id, cohortParties.partyId))
    .where(eq(cohortParties.cohortId, cohortId))
    .orderBy(asc(parties.code));
}

/** One cohort with its seats and where each member the reader may see stands. */
export async function cohortById(ctx: SignedIn, cohortId: string) {
  const [row] = await ctx.tx
    .select({
      cohort: cohorts,
      courseSlug: courses.slug,
      course: courseTitle(ctx.locale),
      level: levelOf(ctx),
    })
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(eq(cohorts.id, cohortId));
  const { cohort, courseSlug, course, level } = found(
    row && seesCohort(ctx.actor, row.cohort) ? row : undefined,
  );
  const own = cohortPartiesSeen(ctx.actor, cohort);
  const seats = await seatsOf(ctx, cohortId);
  const members = (await membersOf(ctx, cohort)).filter(
    ({ partyId }) => own === null || own.includes(partyId),
  );
  const standing = members.map(({ completedAt, dueAt, ...member }) => ({
    ...member,
    completedAt: completedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    state: memberState({ ...member, completedAt, dueAt }, ctx.now),
  }));
  return {
    id: cohort.id,
    nameEn: cohort.nameEn,
    nameFr: cohort.nameFr,
    courseId: cohort.courseId,
    courseSlug,
    course,
    level,
    revision: cohort.revision,
    startsAt: cohort.startsAt.toISOString(),
    dueAt: cohort.dueAt?.toISOString() ?? null,
    seats: seats.map((line) => ({
      ...line,
      held: members.filter(({ partyId }) => partyId === line.partyId).length,
    })),
    members: standing,
    totals: totals(standing.map(({ state }) => state)),
    can: { manage: managesCohort(ctx.actor, cohort) },
    /** In how many files its credentials can be printed. */
    credentialFiles: await filesOfCohort(ctx, cohort),
  };
}

/** What stands around every page of a cohort: the level of its course, which these pages name. */
export async function cohortFrame(ctx: SignedIn, cohortId: string) {
  const [row] = await ctx.tx
    .select({ id: cohorts.id, courseId: cohorts.courseId, level: levelOf(ctx) })
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(eq(cohorts.id, cohortId));
  const { level } = found(row && seesCohort(ctx.actor, row) ? row : undefined);
  return { level };
}

/** What the reader may do with a cohort they see. */
export async function cohortCan(ctx: SignedIn, cohortId: string) {
  const [row] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, cohortId));
  const cohort = found(row && seesCohort(ctx.actor, row) ? row : undefined);
  const sessions = runsSession(ctx.actor, { courseId: cohort.courseId, cohortId });
  return {
    manage: managesCohort(ctx.actor, cohort),
    /** Whether there are live sessions to plan for it. */
    sessions: sessions && (await hasSessions(ctx, cohort.courseId)),
  };
}

/** Whether a published version of the course has a live session. */
async function hasSessions(ctx: SignedIn, courseId: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(courseVersions, eq(courseVersions.id, activities.versionId))
    .where(
      and(
        eq(courseVersions.courseId, courseId),
        isNotNull(courseVersions.publishedAt),
        eq(activities.kind, 'session'),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** A cohort the actor manages; to others it does not exist. */
export async function managedCohort(ctx: SignedIn, cohortId: string) {
  const [row] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, cohortId));
  return found(row && managesCohort(ctx.actor, row) ? row : undefined);
}

const MOST_CANDIDATES = 30;

/** People who could still be added, by name and party. */
export async function candidates(
  ctx: SignedIn,
  input: { cohortId: string; query?: string; partyId?: string },
) {
  await managedCohort(ctx, input.cohortId);
  const rows = await ctx.tx
    .select({
      id: people.id,
      givenName: people.givenName,
      familyName: people.familyName,
      jobTitle: people.jobTitle,
      partyCode: parties.code,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .innerJoin(
      cohortParties,
      and(eq(cohortParties.partyId, people.partyId), eq(cohortParties.cohortId, input.cohortId)),
    )
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(
      and(
        isNull(people.endedAt),
        input.partyId ? eq(people.partyId, input.partyId) : undefined,
        input.query ? matches(input.query) : undefined,
        notInArray(
          people.id,
          ctx.tx
            .select({ personId: cohortMembers.personId })
            .from(cohortMembers)
            .where(eq(cohortMembers.cohortId, input.cohortId)),
        ),
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id))
    .limit(MOST_CANDIDATES);
  return rows.map((row) => ({ ...row, name: fullName(row) }));
}
