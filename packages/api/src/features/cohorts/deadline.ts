import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notify } from '../notifications/notify.ts';
import { movePathDeadlines } from '../paths/cohorts.ts';

/** Puts another deadline on the open paths of a cohort, and tells those whose day has moved. */
export async function moveDeadline(
  ctx: SignedIn,
  cohort: { id: string; courseId: string },
  dueAt: Date | null,
): Promise<void> {
  const moved = await ctx.tx
    .update(enrolments)
    .set({ dueAt })
    .where(
      and(
        eq(enrolments.cohortId, cohort.id),
        isNull(enrolments.withdrawnAt),
        isNull(enrolments.completedAt),
        sql`${enrolments.dueAt} is distinct from ${dueAt?.toISOString() ?? null}::timestamptz`,
      ),
    )
    .returning({ personId: enrolments.personId });
  const personIds = moved.map((row) => row.personId);
  await tellMoved(ctx, cohort.courseId, personIds);
  await movePathDeadlines(ctx, cohort, dueAt);
}

/** Tells people that a deadline of theirs has moved; the mail names neither course nor day. */
export async function tellMoved(
  ctx: SignedIn,
  courseId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const course = await courseTitle(ctx, courseId);
  await notify(ctx, {
    personIds,
    kind: 'deadlineMoved',
    path: '/learn',
    subjectId: courseId,
    params: { course },
  });
}

/** The title a course has in the language it was written in. */
async function courseTitle(ctx: SignedIn, courseId: string): Promise<string> {
  const [row] = await ctx.tx
    .select({ title: courseTexts.title })
    .from(courseTexts)
    .innerJoin(courseVersions, eq(courseVersions.id, courseTexts.versionId))
    .innerJoin(courses, eq(courses.id, courseVersions.courseId))
    .where(
      and(
        eq(courses.id, courseId),
        eq(courseTexts.language, courses.sourceLanguage),
        isNotNull(courseVersions.publishedAt),
      ),
    )
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return row?.title ?? '';
}
