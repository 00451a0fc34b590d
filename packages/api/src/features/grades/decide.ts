import { newId } from '@concord/db/ids';
import { activities, courses } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { gradeDecisions } from '@concord/db/schema/seats';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { mayDecide } from '../../policies/grades.ts';
import { record } from '../../record/record.ts';
import { notify } from '../notifications/notify.ts';
import { courseNames } from '../quizzes/course-names.ts';
import { applyDecision } from './apply.ts';
import { judgedKinds } from './rules.ts';
import type { decideInput } from './schemas.ts';

/**
 * A person's decision over a computed result, with its reason. It is added to those before it and stands until the
 * next; the evidence stays as it was. What follows from it follows in the same transaction, and the learner is told.
 */
export async function decideGrade(ctx: SignedIn, input: Omit<z.output<typeof decideInput>, 'commandId'>) {
  const { enrolmentId, activityKey, outcome, percent, reason } = input;
  const path = await lockPath(ctx, enrolmentId);
  if (activityKey !== null) await judged(ctx, path.versionId, activityKey);
  await ctx.tx.insert(gradeDecisions).values({
    ...{ id: newId(), enrolmentId, activityKey, outcome, reason: reason.trim() },
    percent: outcome === 'computed' ? null : percent,
    ...{ decidedBy: ctx.actor.personId, decidedAt: ctx.now },
  });
  await record(ctx, {
    ...{ action: 'grade.decide', subject: 'enrolment', subjectId: enrolmentId },
    details: { activityKey, outcome, percent },
  });
  const completed = await applyDecision(ctx, path, activityKey);
  await notify(ctx, {
    personIds: [path.personId],
    kind: 'resultReady',
    path: `/learn/${path.slug}`,
    subjectId: enrolmentId,
    params: await courseNames(ctx, path.versionId),
  });
  return { enrolmentId, completed };
}

/** The open path, locked as handing in locks it: for who decides over its course, and never for whose it is. */
async function lockPath(ctx: SignedIn, enrolmentId: string) {
  const [row] = await ctx.tx
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      courseId: enrolments.courseId,
      versionId: enrolments.versionId,
      cohortId: enrolments.cohortId,
      completedAt: enrolments.completedAt,
      slug: courses.slug,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(and(eq(enrolments.id, enrolmentId), isNull(enrolments.withdrawnAt)))
    .for('update', { of: enrolments });
  const path = found(row && mayDecide(ctx.actor, row.courseId) ? row : undefined);
  if (path.personId === ctx.actor.personId) throw new AppError('FORBIDDEN', 'grades.own');
  return path;
}

async function judged(ctx: SignedIn, versionId: string, key: string): Promise<void> {
  const [activity] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.versionId, versionId),
        eq(activities.key, key),
        inArray(activities.kind, [...judgedKinds]),
      ),
    );
  found(activity);
}
