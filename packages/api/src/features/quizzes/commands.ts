import { randomInt } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { attempts, enrolments } from '@concord/db/schema/learning';
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { completeActivity } from '../enrolments/complete.ts';
import { closeAttempt } from './grading.ts';
import { type AttemptRow, attemptsAt, ownQuiz } from './load.ts';
import { attemptState, endOfAttempt, type Grade, mayStart } from './rules.ts';
import type { StartInput, SubmitInput } from './schemas.ts';

type Input<Whole> = Omit<Whole, 'commandId'>;

/** Starts an attempt, or gives the one under way: two tabs take the same. */
export async function startAttempt(ctx: SignedIn, input: Input<StartInput>): Promise<{ attemptId: string }> {
  const quiz = await ownQuiz(ctx, input, true);
  const now = await databaseNow(ctx);
  const earlier = await attemptsAt(ctx, input.enrolmentId, input.activityId);
  const running = earlier.find((attempt) => attemptState(attempt, now) === 'open');
  if (running) return { attemptId: running.id };
  for (const attempt of earlier.filter((one) => attemptState(one, now) === 'expired')) {
    const grade = await closeAttempt(ctx, attempt, attempt.endsAt ?? now);
    await takeEffect(ctx, attempt, grade);
  }
  const start = mayStart(earlier, quiz.settings, now);
  if (!start.may) throw new AppError('PRECONDITION_FAILED', `quiz.${start.reason}`);
  const attemptId = newId();
  await ctx.tx.insert(attempts).values({
    id: attemptId,
    enrolmentId: input.enrolmentId,
    activityId: input.activityId,
    personId: ctx.actor.personId,
    number: earlier.length + 1,
    seed: randomInt(2 ** 31 - 1),
    startedAt: now,
    endsAt: endOfAttempt(now, quiz.settings.minutes, null),
  });
  await record(ctx, { action: 'quiz.start', subject: 'attempt', subjectId: attemptId });
  return { attemptId };
}

/** Hands an attempt in: graded once, on the answers that stand. Handed in twice, it has one effect. */
export async function submitAttempt(ctx: SignedIn, { attemptId }: Input<SubmitInput>) {
  const attempt = await lockAttempt(ctx, attemptId);
  if (attempt.submittedAt !== null) return { attemptId };
  const now = await databaseNow(ctx);
  const submittedAt = attempt.endsAt !== null && attempt.endsAt < now ? attempt.endsAt : now;
  await takeEffect(ctx, attempt, await closeAttempt(ctx, attempt, submittedAt));
  return { attemptId };
}

/** Locks the actor's own attempt, and its path before it: the order in which starting locks them too. */
async function lockAttempt(ctx: SignedIn, attemptId: string): Promise<AttemptRow> {
  const [row] = await ctx.tx
    .select(getTableColumns(attempts))
    .from(enrolments)
    .innerJoin(attempts, eq(attempts.enrolmentId, enrolments.id))
    .where(
      and(
        eq(attempts.id, attemptId),
        eq(attempts.personId, ctx.actor.personId),
        eq(enrolments.personId, ctx.actor.personId),
        isNull(enrolments.withdrawnAt),
      ),
    )
    .for('update');
  return found(row);
}

/** What follows from a graded attempt: its record, and the activity done when it was passed. */
async function takeEffect(ctx: SignedIn, attempt: AttemptRow, { percent, passed }: Grade): Promise<void> {
  const { id, enrolmentId, activityId } = attempt;
  await record(ctx, {
    action: 'quiz.submit',
    subject: 'attempt',
    subjectId: id,
    details: { percent, passed, number: attempt.number },
  });
  if (passed) await completeActivity(ctx, { enrolmentId, activityId });
}

/** The database's clock, read after the row was locked: what races a deadline is decided by it. */
async function databaseNow(ctx: SignedIn): Promise<Date> {
  const [row] = await ctx.tx.execute<{ now: string | Date }>(sql`select clock_timestamp() as now`);
  return new Date(found(row).now);
}
