import { activities, courses } from '@concord/db/schema/courses';
import { attemptResponses, attempts, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { isCourseStaff } from '../../policies/quizzes.ts';
import { record } from '../../record/record.ts';
import { completeIn } from '../enrolments/complete.ts';
import { notify } from '../notifications/notify.ts';
import { type AskedRow, askedIn, type Response } from './asked.ts';
import { activityNow } from './commands.ts';
import { courseNames } from './course-names.ts';
import { type AttemptRow, databaseNow, settingsOf } from './load.ts';
import { totalOf } from './rules.ts';
import type { MarkInput } from './schemas.ts';
import { isMarkedByHand } from './scoring/score.ts';

type Input = Omit<MarkInput, 'commandId'>;
type Locked = Awaited<ReturnType<typeof lockForMarking>>;

/**
 * Puts a person's judgement on one answer. With the last one that was waited for, the result is there, the learner is
 * told, and what follows from passing follows in the same transaction.
 */
export async function markAnswer(
  ctx: SignedIn,
  input: Input,
): Promise<{ attemptId: string; waiting: number }> {
  const { attemptId, questionKey, points } = input;
  const locked = await lockForMarking(ctx, attemptId);
  const asked = await askedIn(ctx, attemptId);
  const target = found(asked.find(({ key }) => key === questionKey));
  const response = await markable(ctx, target, input);
  const markedAt = await databaseNow(ctx);
  const score = target.points === 0 ? 0 : points / target.points;
  await ctx.tx
    .update(attemptResponses)
    .set({
      points,
      score,
      outOf: target.points,
      comment: input.comment,
      markedBy: ctx.actor.personId,
      markedAt,
    })
    .where(and(eq(attemptResponses.attemptId, attemptId), eq(attemptResponses.key, questionKey)));
  const all = asked.map((one) => ({
    outOf: one.points,
    points: one === target ? points : (one.response?.points ?? null),
  }));
  await record(ctx, {
    action: 'quiz.mark',
    subject: 'attempt',
    subjectId: attemptId,
    details: { question: target.questionId, points, before: response.points },
  });
  await settle(ctx, locked, totalOf(all, locked.settings.passMark));
  return { attemptId, waiting: all.filter((one) => one.points === null).length };
}

/** The attempt and its path, locked in the order in which handing in locks them: for the staff of the course only. */
async function lockForMarking(ctx: SignedIn, attemptId: string) {
  const [row] = await ctx.tx
    .select({
      attempt: getTableColumns(attempts),
      settings: activities.quiz,
      activityKey: activities.key,
      slug: courses.slug,
      own: {
        id: enrolments.id,
        personId: enrolments.personId,
        courseId: enrolments.courseId,
        versionId: enrolments.versionId,
        cohortId: enrolments.cohortId,
        completedAt: enrolments.completedAt,
      },
    })
    .from(enrolments)
    .innerJoin(attempts, eq(attempts.enrolmentId, enrolments.id))
    .innerJoin(activities, eq(activities.id, attempts.activityId))
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(eq(attempts.id, attemptId))
    .for('update', { of: [enrolments, attempts] });
  const { settings, ...locked } = found(row);
  found(isCourseStaff(ctx.actor, locked.own.courseId) ? locked : undefined);
  if (locked.own.personId === ctx.actor.personId) throw new AppError('FORBIDDEN', 'quiz.ownAttempt');
  if (locked.attempt.submittedAt === null) throw new AppError('PRECONDITION_FAILED', 'quiz.notHandedIn');
  return { ...locked, settings: settingsOf(settings) };
}

/** The answer, if it is one a person marks and nobody has marked it since the marker looked. */
async function markable(
  ctx: SignedIn,
  target: AskedRow,
  { attemptId, points, seen }: Input,
): Promise<Response> {
  const { response, body } = target;
  if (!isMarkedByHand(body.kind) || !response?.answer)
    throw new AppError('PRECONDITION_FAILED', 'quiz.notByHand');
  if (points > target.points) throw fieldError('points', 'quiz.tooManyPoints', { max: target.points });
  const before = response.markedAt?.getTime() ?? null;
  if (before === (seen === null ? null : new Date(seen).getTime())) return response;
  const [marker] = await ctx.tx
    .select({ givenName: people.givenName, familyName: people.familyName })
    .from(attemptResponses)
    .innerJoin(people, eq(people.id, attemptResponses.markedBy))
    .where(and(eq(attemptResponses.attemptId, attemptId), eq(attemptResponses.key, target.key)));
  const name = marker ? `${marker.givenName} ${marker.familyName}` : '';
  throw new AppError('CONFLICT', 'quiz.markedMeanwhile', { name });
}

/** Writes what the attempt has come to; what was passed once stays done. */
async function settle(
  ctx: SignedIn,
  { attempt, own, slug, activityKey }: Locked,
  total: ReturnType<typeof totalOf>,
): Promise<void> {
  const gradedAt = total.percent === null ? null : (attempt.gradedAt ?? ctx.now);
  await ctx.tx
    .update(attempts)
    .set({ ...total, gradedAt })
    .where(eq(attempts.id, attempt.id));
  if (gradedAt === null) return;
  if (total.passed && !attempt.passed) await complete(ctx, attempt, own);
  if (attempt.gradedAt !== null) return;
  await notify(ctx, {
    personIds: [own.personId],
    kind: 'resultReady',
    path: `/learn/${slug}/${activityKey}`,
    subjectId: attempt.id,
    params: await courseNames(ctx, own.versionId),
  });
}

async function complete(ctx: SignedIn, attempt: AttemptRow, own: Locked['own']): Promise<void> {
  const [open] = await ctx.tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.id, own.id), isNull(enrolments.withdrawnAt)));
  const activityId = open && (await activityNow(ctx, attempt));
  if (activityId) await completeIn(ctx, own, activityId);
}
