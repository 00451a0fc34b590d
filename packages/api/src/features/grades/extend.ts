import { activities, courses } from '@concord/db/schema/courses';
import { activityExtensions, enrolments } from '@concord/db/schema/learning';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { mayExtend } from '../../policies/quizzes.ts';
import { record } from '../../record/record.ts';
import { notify } from '../notifications/notify.ts';
import { courseNames } from '../quizzes/course-names.ts';
import { WHOLE_COURSE } from './keys.ts';
import type { extendInput } from './schemas.ts';

/** Gives one person a later deadline for an activity or for the whole course, with the reason; they are told. */
export async function extendDue(ctx: SignedIn, input: Omit<z.output<typeof extendInput>, 'commandId'>) {
  const { enrolmentId, activityKey } = input;
  const path = await openPath(ctx, enrolmentId);
  if (path.personId === ctx.actor.personId) throw new AppError('FORBIDDEN', 'grades.own');
  const dueAt = new Date(input.dueAt);
  if (dueAt <= ctx.now) throw fieldError('dueAt', 'people.untilPast');
  if (activityKey === null) await ctx.tx.update(enrolments).set({ dueAt }).where(eq(enrolments.id, path.id));
  else await activityOf(ctx, path.versionId, activityKey);
  const given = { reason: input.reason.trim(), givenBy: ctx.actor.personId, givenAt: ctx.now, dueAt };
  await ctx.tx
    .insert(activityExtensions)
    .values({ enrolmentId, activityKey: activityKey ?? WHOLE_COURSE, ...given })
    .onConflictDoUpdate({
      target: [activityExtensions.enrolmentId, activityExtensions.activityKey],
      set: given,
    });
  await record(ctx, {
    ...{ action: 'grade.extend', subject: 'enrolment', subjectId: enrolmentId },
    details: { activityKey, from: path.dueAt?.toISOString() ?? null, to: dueAt.toISOString() },
  });
  await notify(ctx, {
    ...{ personIds: [path.personId], kind: 'deadlineMoved', path: `/learn/${path.slug}` },
    subjectId: path.courseId,
    params: await courseNames(ctx, path.versionId),
  });
  return { enrolmentId };
}

async function openPath(ctx: SignedIn, enrolmentId: string) {
  const [row] = await ctx.tx
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      courseId: enrolments.courseId,
      cohortId: enrolments.cohortId,
      versionId: enrolments.versionId,
      dueAt: enrolments.dueAt,
      slug: courses.slug,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(
      and(eq(enrolments.id, enrolmentId), isNull(enrolments.withdrawnAt), isNull(enrolments.completedAt)),
    )
    .for('update', { of: enrolments });
  return found(row && mayExtend(ctx.actor, row) ? row : undefined);
}

async function activityOf(ctx: SignedIn, versionId: string, key: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.versionId, versionId), eq(activities.key, key)));
  found(row);
}
