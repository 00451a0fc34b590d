import { activities } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { issueCredential } from '../credentials/commands.ts';
import { type Outcome, stands } from '../grades/rules.ts';
import { lockOwn, type Own } from './own.ts';
import { courseCompleted } from './rules.ts';

/** What completing an activity led to. */
export type Completion = { activityId: string; courseCompleted: boolean };

/**
 * Marks an activity of the person's own enrolment as done, once; with the last required one the course is completed
 * and its credential issued, in the same transaction. Callers have decided that the activity is done: a page was
 * read, a quiz was passed.
 */
export async function completeActivity(
  ctx: SignedIn,
  input: { enrolmentId: string; activityId: string },
): Promise<Completion> {
  return completeIn(ctx, await lockOwn(ctx, input.enrolmentId), input.activityId);
}

/** The same on a locked path of anybody's: a marker's judgement completes it in the marker's own transaction. */
export async function completeIn(ctx: SignedIn, own: Own, activityId: string): Promise<Completion> {
  const parts = await partsOf(ctx, own.id, own.versionId);
  const part = found(parts.find(({ id }) => id === activityId));
  const completed = own.completedAt !== null;
  // Somebody has decided that it does not count: new evidence alone does not overrule them.
  if (!stands(true, part.decided)) return { activityId, courseCompleted: completed };
  if (!part.completed) await writeDone(ctx, own.id, activityId);
  part.completed = true;
  const stand = stands(courseCompleted(parts), part.courseDecided);
  if (completed || !stand) return { activityId, courseCompleted: completed };
  await completeCourse(ctx, own);
  return { activityId, courseCompleted: true };
}

/** Completes a path: in the record, with its credential, in the transaction that causes it. */
export async function completeCourse(ctx: SignedIn, own: Own): Promise<void> {
  await ctx.tx.update(enrolments).set({ completedAt: ctx.now }).where(eq(enrolments.id, own.id));
  const { courseId } = own;
  await record(ctx, {
    action: 'course.completed',
    subject: 'enrolment',
    subjectId: own.id,
    details: { courseId },
  });
  await issueCredential(ctx, { enrolmentId: own.id });
}

/** The activities of a path: which are done, and the newest decision over each and over the whole. */
export async function partsOf(ctx: SignedIn, enrolmentId: string, versionId: string) {
  return ctx.tx
    .select({
      id: activities.id,
      key: activities.key,
      required: activities.required,
      completed: sql<boolean>`${activityProgress.completedAt} is not null`,
      decided: newest(enrolmentId, sql`d.activity_key = activity.key`),
      courseDecided: newest(enrolmentId, sql`d.activity_key is null`),
    })
    .from(activities)
    .leftJoin(
      activityProgress,
      and(eq(activityProgress.activityId, activities.id), eq(activityProgress.enrolmentId, enrolmentId)),
    )
    .where(eq(activities.versionId, versionId));
}

const newest = (enrolmentId: string, about: SQL) => sql<Outcome | null>`(
  select d.outcome from grade_decision d where d.enrolment_id = ${enrolmentId} and ${about} order by d.id desc limit 1)`;

/** Writes that an activity is done; the first time counts. */
export async function writeDone(ctx: SignedIn, enrolmentId: string, activityId: string): Promise<void> {
  await ctx.tx
    .insert(activityProgress)
    .values({ enrolmentId, activityId, firstSeenAt: ctx.now, seenAt: ctx.now, completedAt: ctx.now })
    .onConflictDoUpdate({
      target: [activityProgress.enrolmentId, activityProgress.activityId],
      set: { completedAt: sql`coalesce(${activityProgress.completedAt}, excluded.completed_at)` },
    });
  await record(ctx, {
    action: 'activity.completed',
    subject: 'enrolment',
    subjectId: enrolmentId,
    details: { activityId },
  });
}
