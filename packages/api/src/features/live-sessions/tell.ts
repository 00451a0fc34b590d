import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notify } from '../notifications/notify.ts';
import { courseNames } from '../quizzes/course-names.ts';
import { courseOf, type LiveSession } from './load.ts';

/** Those a session still concerns: on the course, in its cohort where it is for one, and not done with it. */
export async function concerned(
  ctx: SignedIn,
  { courseId, cohortId, activityKey }: Pick<LiveSession, 'courseId' | 'cohortId' | 'activityKey'>,
): Promise<string[]> {
  const rows = await ctx.tx.execute<{ person_id: string }>(sql`
    select e.person_id from enrolment e
    join activity a on a.version_id = e.version_id and a.key = ${activityKey} and a.kind = 'session'
    left join activity_progress p on p.enrolment_id = e.id and p.activity_id = a.id
    where e.course_id = ${courseId} and e.withdrawn_at is null and p.completed_at is null
      and ${cohortId === null ? sql`true` : sql`e.cohort_id = ${cohortId}`}`);
  return rows.map(({ person_id }) => person_id);
}

/** Tells who takes part, and who leads it, that a session was planned, moved or cancelled. */
export async function tell(
  ctx: SignedIn,
  kind: 'sessionPlanned' | 'sessionMoved' | 'sessionCancelled',
  session: Pick<LiveSession, 'id' | 'courseId' | 'cohortId' | 'activityKey' | 'hostId'>,
): Promise<void> {
  const course = await courseOf(ctx, session.courseId);
  const personIds = await concerned(ctx, session);
  if (session.hostId) personIds.push(session.hostId);
  await notify(ctx, {
    ...{ personIds, kind, subjectId: session.id },
    path: `/learn/${course.slug}/${session.activityKey}`,
    params: await courseNames(ctx, course.versionId),
  });
}
