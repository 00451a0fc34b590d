import { courses } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { and, eq, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';

/** A person's own open enrolment. */
export type Own = {
  id: string;
  personId: string;
  courseId: string;
  versionId: string;
  cohortId: string | null;
  completedAt: Date | null;
};

/**
 * Loads the person's own enrolment and locks it, so that progress and completion of one path are written one after
 * the other. Somebody else's, one that was left, or one whose course may no longer be read, is not there.
 */
export async function lockOwn(ctx: SignedIn, enrolmentId: string): Promise<Own> {
  const [row] = await ctx.tx
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      courseId: enrolments.courseId,
      versionId: enrolments.versionId,
      cohortId: enrolments.cohortId,
      completedAt: enrolments.completedAt,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(
      and(
        eq(enrolments.id, enrolmentId),
        eq(enrolments.personId, ctx.actor.personId),
        isNull(enrolments.withdrawnAt),
      ),
    )
    .for('update', { of: enrolments });
  return found(row);
}
