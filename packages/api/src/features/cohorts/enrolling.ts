import { newId } from '@concord/db/ids';
import { courseVersions } from '@concord/db/schema/courses';
import { cohortMembers, cohorts, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { mailPeople } from '../../email/notices.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { enrolOnPaths } from '../paths/cohorts.ts';
import { lockCohort } from './commands.ts';
import { moveDeadline, tellMoved } from './deadline.ts';
import { managedCohort } from './queries.ts';

/** The version that is taken now; NOT_FOUND for a course nobody may start. */
export async function newestVersion(ctx: SignedIn, courseId: string): Promise<string> {
  const [version] = await ctx.tx
    .select({ id: courseVersions.id })
    .from(courseVersions)
    .where(and(eq(courseVersions.courseId, courseId), isNotNull(courseVersions.publishedAt)))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  if (!version) throw new AppError('CONFLICT', 'cohorts.courseUnpublished');
  return version.id;
}

/**
 * Enrols every member with the cohort's deadline, in a few statements however many there are. Who takes the course
 * already goes on where they are and gets the deadline; who completed it is left alone. Repeating it changes nothing.
 */
export async function enrolCohort(ctx: SignedIn, { cohortId }: { cohortId: string }) {
  await managedCohort(ctx, cohortId);
  const cohort = await lockCohort(ctx, cohortId);
  const versionId = await newestVersion(ctx, cohort.courseId);
  const members = await ctx.tx
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(cohortMembers.cohortId, cohortId), isNull(people.endedAt)));
  if (members.length === 0) throw new AppError('CONFLICT', 'cohorts.nobody');
  const enrolled = await ctx.tx
    .insert(enrolments)
    .values(
      members.map(({ personId }) => ({
        id: newId(),
        personId,
        courseId: cohort.courseId,
        versionId,
        cohortId,
        enrolledBy: ctx.actor.personId,
        enrolledAt: ctx.now,
        dueAt: cohort.dueAt,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: enrolments.id, personId: enrolments.personId });
  const onPaths = await enrolOnPaths(ctx, cohort);
  const told = [...new Set([...enrolled.map(({ personId }) => personId), ...onPaths.personIds])];
  await mailPeople(ctx, told, { kind: 'enrolment', path: '/learn', deadline: cohort.dueAt?.toISOString() });
  await setDeadline(ctx, cohort);
  await record(ctx, {
    action: 'cohort.enrol',
    subject: 'cohort',
    subjectId: cohortId,
    details: { enrolled: enrolled.length },
  });
  return { cohortId, enrolled: enrolled.length };
}

/** Whose path a cohort gave that they have left since. */
const notMember = sql`not exists (select from cohort_member m
  where m.cohort_id = ${enrolments.cohortId} and m.person_id = ${enrolments.personId})`;

/**
 * Puts a cohort's deadline on the open paths of its members, also of those who enrolled by themselves, or who came from
 * another cohort and are in that no more.
 */
async function setDeadline(
  ctx: SignedIn,
  cohort: { id: string; courseId: string; dueAt: Date | null },
): Promise<void> {
  await moveDeadline(ctx, cohort, cohort.dueAt);
  const taken = await ctx.tx
    .update(enrolments)
    .set({ cohortId: cohort.id, dueAt: cohort.dueAt })
    .where(
      and(
        eq(enrolments.courseId, cohort.courseId),
        isNull(enrolments.withdrawnAt),
        isNull(enrolments.completedAt),
        or(isNull(enrolments.cohortId), notMember),
        inArray(
          enrolments.personId,
          ctx.tx
            .select({ personId: cohortMembers.personId })
            .from(cohortMembers)
            .where(eq(cohortMembers.cohortId, cohort.id)),
        ),
      ),
    )
    .returning({ personId: enrolments.personId });
  if (cohort.dueAt === null) return;
  await tellMoved(
    ctx,
    cohort.courseId,
    taken.map((row) => row.personId),
  );
}

/** Gives a cohort more time: a later deadline for it and for everybody in it who has not finished. */
export async function extendDeadline(
  ctx: SignedIn,
  input: { cohortId: string; revision: number; dueAt: string },
) {
  await managedCohort(ctx, input.cohortId);
  const cohort = await lockCohort(ctx, input.cohortId);
  if (cohort.revision !== input.revision) throw new AppError('CONFLICT', 'cohorts.changed');
  const dueAt = new Date(input.dueAt);
  if (cohort.dueAt !== null && dueAt <= cohort.dueAt) throw fieldError('dueAt', 'cohorts.notLater');
  if (dueAt <= ctx.now) throw fieldError('dueAt', 'people.untilPast');
  const revision = cohort.revision + 1;
  const [changed] = await ctx.tx
    .update(cohorts)
    .set({ dueAt, revision })
    .where(eq(cohorts.id, cohort.id))
    .returning({ id: cohorts.id });
  found(changed);
  await moveDeadline(ctx, cohort, dueAt);
  await record(ctx, {
    action: 'cohort.extend',
    subject: 'cohort',
    subjectId: cohort.id,
    details: { from: cohort.dueAt?.toISOString() ?? null, to: dueAt.toISOString() },
  });
  return { cohortId: cohort.id, revision };
}
