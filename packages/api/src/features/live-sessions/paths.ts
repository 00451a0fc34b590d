import { activities } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Evidenced } from '../grades/settle-evidence.ts';
import type { LiveSession } from './load.ts';

/** A path on which a session stands. */
export type Path = Evidenced & { settings: unknown };

/**
 * The paths a session is on, by id, locked in one order so that two lists of one session follow one another. Those of
 * another course or cohort are not there; one's own is refused.
 */
export async function lockPaths(
  ctx: SignedIn,
  { courseId, cohortId, activityKey }: LiveSession,
  entries: readonly { enrolmentId: string }[],
): Promise<Map<string, Path>> {
  const rows = await ctx.tx
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      courseId: enrolments.courseId,
      versionId: enrolments.versionId,
      cohortId: enrolments.cohortId,
      completedAt: enrolments.completedAt,
      activityId: activities.id,
      settings: activities.settings,
    })
    .from(enrolments)
    .innerJoin(
      activities,
      and(
        eq(activities.versionId, enrolments.versionId),
        eq(activities.key, activityKey),
        eq(activities.kind, 'session'),
      ),
    )
    .where(
      and(
        inArray(
          enrolments.id,
          entries.map(({ enrolmentId }) => enrolmentId),
        ),
        eq(enrolments.courseId, courseId),
        isNull(enrolments.withdrawnAt),
        cohortId === null ? undefined : eq(enrolments.cohortId, cohortId),
      ),
    )
    .orderBy(asc(enrolments.id))
    .for('update', { of: enrolments });
  if (rows.some(({ personId }) => personId === ctx.actor.personId))
    throw new AppError('FORBIDDEN', 'liveSessions.own');
  return new Map(rows.map((row) => [row.id, row]));
}
