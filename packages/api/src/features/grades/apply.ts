import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { record } from '../../record/record.ts';
import { completeCourse, partsOf, writeDone } from '../enrolments/complete.ts';
import type { Own } from '../enrolments/own.ts';
import { courseCompleted } from '../enrolments/rules.ts';
import { change, stands } from './rules.ts';

/**
 * Makes progress say what stands after a decision (docs/decisions, results and decisions): the activity is done or
 * open again, and with it the course. Attempts, work, the record and a credential already issued are left alone.
 */
export async function applyDecision(ctx: SignedIn, own: Own, activityKey: string | null): Promise<boolean> {
  const parts = await partsOf(ctx, own.id, own.versionId);
  const part = parts.find(({ key }) => key === activityKey);
  if (part) {
    const done = stands(await proven(ctx, own.id, part.key), part.decided);
    const next = change(done, part.completed);
    if (next === 'complete') await writeDone(ctx, own.id, part.id);
    if (next === 'reopen') await reopenActivity(ctx, own.id, part.id);
    part.completed = done;
  }
  const done = stands(courseCompleted(parts), parts[0]?.courseDecided ?? null);
  const next = change(done, own.completedAt !== null);
  if (next === 'complete') await completeCourse(ctx, own);
  if (next === 'reopen') await reopenCourse(ctx, own);
  return done;
}

/** Whether the evidence says that a quiz or an assignment was passed. */
async function proven(ctx: SignedIn, enrolmentId: string, key: string): Promise<boolean> {
  const rows = await ctx.tx.execute<{ passed: boolean | null }>(
    sql`select passed from concord.results(array[${enrolmentId}]::uuid[]) r where r.activity_key = ${key}`,
  );
  return rows.some(({ passed }) => passed === true);
}

async function reopenActivity(ctx: SignedIn, enrolmentId: string, activityId: string): Promise<void> {
  await ctx.tx
    .update(activityProgress)
    .set({ completedAt: null })
    .where(and(eq(activityProgress.enrolmentId, enrolmentId), eq(activityProgress.activityId, activityId)));
  await record(ctx, {
    ...{ action: 'activity.reopened', subject: 'enrolment', subjectId: enrolmentId },
    details: { activityId },
  });
}

/** Opens a completed path again; what was earned with it stays. */
export async function reopenCourse(ctx: SignedIn, own: Own): Promise<void> {
  await ctx.tx.update(enrolments).set({ completedAt: null }).where(eq(enrolments.id, own.id));
  await record(ctx, {
    ...{ action: 'course.reopened', subject: 'enrolment', subjectId: own.id },
    details: { courseId: own.courseId, completedAt: own.completedAt?.toISOString() ?? null },
  });
}
