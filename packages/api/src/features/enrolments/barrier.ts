import type { ActivityKind } from '@concord/db/enums';
import { kept } from '@concord/db/kept';
import { activities, courses, courseVersions, units } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { isCourseStaff } from '../../policies/courses.ts';
import { missing, waitsFor } from '../courses/locks.ts';
import { asksFor, namePrerequisites } from '../courses/prerequisites.ts';
import { titleIn } from '../courses/rules.ts';

/** Stops a person who does not hold what a course asks for. Its staff may always begin. */
export async function demandPrerequisites(ctx: SignedIn, courseId: string): Promise<void> {
  if (isCourseStaff(ctx.actor, courseId)) return;
  const [row] = await ctx.tx.select({ asked: asksFor }).from(courses).where(eq(courses.id, courseId));
  await refuseUnheld(ctx, found(row).asked);
}

type Asked = Parameters<typeof namePrerequisites>[1];

async function refuseUnheld(ctx: SignedIn, asked: Asked): Promise<void> {
  if (!asked || !missing(asked)) return;
  const lacking = missing(await namePrerequisites(ctx, asked));
  if (lacking?.course)
    throw new AppError('PRECONDITION_FAILED', 'enrolment.prerequisite', { course: lacking.course.title });
  throw new AppError('PRECONDITION_FAILED', 'enrolment.prerequisiteHidden');
}

/**
 * The activity of the person's own path, where it is open: what the course asks for is held, and in a course that goes
 * in order the required activities before are done. Staff, and who has completed the course, may open anything. An
 * activity of another version or path is not there.
 */
export async function demandOpen(
  ctx: SignedIn,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
): Promise<{ kind: ActivityKind; settings: unknown }> {
  const values = { enrolment: enrolmentId, activity: activityId, person: ctx.actor.personId };
  const [step] = await steps(ctx.tx, values, undefined);
  const row = found(step);
  const free = row.done || row.completedAt !== null || isCourseStaff(ctx.actor, row.courseId);
  if (free) return row;
  await refuseUnheld(ctx, row.asked);
  if (row.sequence === 'free') return row;
  const before = waitsFor(await stepsOf(ctx, enrolmentId, row.versionId), row.key, row.sequence);
  if (before) {
    const activity = titleIn(before.titles, row.language ?? ctx.locale, row.sourceLanguage);
    throw new AppError('PRECONDITION_FAILED', 'enrolment.inOrder', { activity });
  }
  return row;
}

const progressIn = and(
  eq(activityProgress.activityId, activities.id),
  eq(activityProgress.enrolmentId, enrolments.id),
);

const steps = kept((tx) =>
  tx
    .select({
      kind: activities.kind,
      settings: activities.settings,
      key: activities.key,
      courseId: enrolments.courseId,
      versionId: enrolments.versionId,
      completedAt: enrolments.completedAt,
      language: enrolments.language,
      sourceLanguage: courses.sourceLanguage,
      sequence: courseVersions.sequence,
      asked: asksFor,
      done: sql<boolean>`${activityProgress.completedAt} is not null`,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
    .innerJoin(
      activities,
      and(eq(activities.versionId, enrolments.versionId), eq(activities.id, sql.placeholder('activity'))),
    )
    .leftJoin(activityProgress, progressIn)
    .where(
      and(
        eq(enrolments.id, sql.placeholder('enrolment')),
        eq(enrolments.personId, sql.placeholder('person')),
        isNull(enrolments.withdrawnAt),
      ),
    ),
);

async function stepsOf(ctx: SignedIn, enrolmentId: string, versionId: string) {
  return ctx.tx
    .select({
      key: activities.key,
      titles: activities.titles,
      required: activities.required,
      completed: sql<boolean>`${activityProgress.completedAt} is not null`,
    })
    .from(activities)
    .innerJoin(units, eq(units.id, activities.unitId))
    .leftJoin(
      activityProgress,
      and(eq(activityProgress.activityId, activities.id), eq(activityProgress.enrolmentId, enrolmentId)),
    )
    .where(eq(activities.versionId, versionId))
    .orderBy(asc(units.position), asc(activities.position));
}
