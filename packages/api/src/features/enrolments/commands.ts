import { newId } from '@concord/db/ids';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { sessionOf } from '../authoring/kinds/session.ts';
import { demandOpen, demandPrerequisites } from './barrier.ts';
import { completeActivity } from './complete.ts';
import { lockOwn } from './own.ts';
import { mayWithdraw } from './rules.ts';
import type { SeeInput } from './schemas.ts';

/** Enrols the person in a course that is open to all. Enrolled already, it answers that; having left, they go on. */
export async function enrol(ctx: SignedIn, courseId: string): Promise<{ enrolmentId: string }> {
  const course = found(await openCourse(ctx, courseId));
  const [left] = await ctx.tx
    .select({ id: enrolments.id, withdrawnAt: enrolments.withdrawnAt })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.courseId, courseId),
        eq(enrolments.personId, ctx.actor.personId),
        // What was set aside for a renewal is over: who takes the course again begins anew.
        isNull(enrolments.supersededAt),
      ),
    )
    .orderBy(sql`${enrolments.withdrawnAt} desc nulls first`)
    .limit(1)
    .for('update');
  if (left && left.withdrawnAt === null) return { enrolmentId: left.id };
  if (!course.openEnrolment) throw new AppError('FORBIDDEN', 'enrolment.closed');
  await demandPrerequisites(ctx, courseId);
  const enrolmentId = left ? await comeBack(ctx, left.id) : await begin(ctx, courseId, course.versionId);
  await recordOn(ctx, 'enrolment.made', enrolmentId, { courseId });
  return { enrolmentId };
}

async function openCourse(ctx: SignedIn, courseId: string) {
  const [course] = await ctx.tx
    .select({ openEnrolment: courses.openEnrolment, versionId: courseVersions.id })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id))
    .where(and(eq(courses.id, courseId), isNull(courses.archivedAt), isNotNull(courseVersions.publishedAt)))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return course;
}

async function comeBack(ctx: SignedIn, id: string): Promise<string> {
  await ctx.tx
    .update(enrolments)
    .set({ withdrawnAt: null, enrolledAt: ctx.now })
    .where(eq(enrolments.id, id));
  return id;
}

/** Two at once make one: the other's row is answered. */
async function begin(ctx: SignedIn, courseId: string, versionId: string): Promise<string> {
  const { personId } = ctx.actor;
  await ctx.tx
    .insert(enrolments)
    .values({ id: newId(), personId, courseId, versionId, enrolledBy: personId, enrolledAt: ctx.now })
    .onConflictDoNothing();
  const [row] = await ctx.tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.courseId, courseId),
        eq(enrolments.personId, personId),
        isNull(enrolments.withdrawnAt),
      ),
    );
  return found(row).id;
}

/** Leaves a course. Progress stays, for the day the person enrols again. */
export async function withdraw(ctx: SignedIn, enrolmentId: string): Promise<{ enrolmentId: string }> {
  const own = await lockOwn(ctx, enrolmentId);
  if (!mayWithdraw({ completed: own.completedAt !== null, cohortId: own.cohortId }))
    throw new AppError('CONFLICT', 'enrolment.stays');
  await ctx.tx.update(enrolments).set({ withdrawnAt: ctx.now }).where(eq(enrolments.id, enrolmentId));
  await recordOn(ctx, 'enrolment.withdrawn', enrolmentId, { courseId: own.courseId });
  return { enrolmentId };
}

/** Remembers the activity a person has open and the place they are at: where "continue" leads. */
export async function seeActivity(ctx: SignedIn, input: SeeInput): Promise<{ activityId: string }> {
  const own = await lockOwn(ctx, input.enrolmentId);
  const { activityId, anchor } = input;
  await demandOpen(ctx, { enrolmentId: own.id, activityId });
  const seen = { seenAt: ctx.now, anchor };
  await ctx.tx
    .insert(activityProgress)
    .values({ enrolmentId: own.id, activityId, firstSeenAt: ctx.now, ...seen })
    .onConflictDoUpdate({
      target: [activityProgress.enrolmentId, activityProgress.activityId],
      set: seen,
    });
  await ctx.tx
    .update(enrolments)
    .set({ lastActivityId: activityId, lastSeenAt: ctx.now })
    .where(eq(enrolments.id, own.id));
  return { activityId };
}

/** What a learner completes by saying so: read, watched, taken away. */
const BY_WORD: readonly string[] = ['page', 'video', 'file'];

/** Whether an activity is done when its learner says so: also a session whose author asks for no more. */
function byWord({ kind, settings }: { kind: string; settings: unknown }): boolean {
  return BY_WORD.includes(kind) || (kind === 'session' && sessionOf(settings).completes === 'learner');
}

/** Marks a page, a video or files as done. A quiz is completed by passing it. */
export async function completePage(ctx: SignedIn, enrolmentId: string, activityId: string) {
  await lockOwn(ctx, enrolmentId);
  const activity = await demandOpen(ctx, { enrolmentId, activityId });
  if (!byWord(activity))
    throw new AppError(
      'CONFLICT',
      activity.kind === 'session' ? 'enrolment.attendanceDecides' : 'enrolment.quizDecides',
    );
  return completeActivity(ctx, { enrolmentId, activityId });
}

/** Chooses the language a course is read in. */
export async function chooseLanguage(ctx: SignedIn, enrolmentId: string, language: string) {
  const own = await lockOwn(ctx, enrolmentId);
  const [course] = await ctx.tx
    .select({ languages: courses.languages })
    .from(courses)
    .where(eq(courses.id, own.courseId));
  if (!found(course).languages.includes(language))
    throw new AppError('BAD_REQUEST', 'enrolment.languageMissing', { language });
  await ctx.tx.update(enrolments).set({ language }).where(eq(enrolments.id, enrolmentId));
  return { enrolmentId };
}

async function recordOn(
  ctx: SignedIn,
  action: string,
  subjectId: string,
  details: { courseId: string },
): Promise<void> {
  await record(ctx, { action, subject: 'enrolment', subjectId, details });
}
