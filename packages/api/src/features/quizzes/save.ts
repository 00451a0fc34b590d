import { questions } from '@concord/db/schema/courses';
import { attemptAnswers, attempts } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { GRACE_SECONDS } from './rules.ts';
import type { Answer, SaveInput } from './schemas.ts';

/** What stands after a save: the answer sent, or a later one. */
export type Standing = { sequence: number; answer: Answer; savedAt: string };

/**
 * Keeps an answer in one statement. The attempt is shared-locked, so that handing in waits for answers under way and
 * none is taken after it; the database's clock decides whether the time is over.
 */
export async function saveAnswer(ctx: SignedIn, input: SaveInput): Promise<Standing> {
  const [kept] = await ctx.tx.execute<{ saved_at: string | Date }>(sql`
    with target as (
      select a.id as attempt_id, q.id as question_id
      from ${attempts} a join ${questions} q on q.activity_id = a.activity_id and q.key = ${input.questionKey}
      where a.id = ${input.attemptId} and a.person_id = ${ctx.actor.personId} and a.submitted_at is null
        and (a.ends_at is null or clock_timestamp() <= a.ends_at + make_interval(secs => ${GRACE_SECONDS}))
      for share of a
    )
    insert into ${attemptAnswers} as kept (attempt_id, question_id, sequence, answer, saved_at)
    select attempt_id, question_id, ${input.sequence}::integer, ${JSON.stringify(input.answer)}::jsonb,
      clock_timestamp() from target
    on conflict (attempt_id, question_id) do update
      set sequence = excluded.sequence, answer = excluded.answer, saved_at = excluded.saved_at
      where kept.sequence < excluded.sequence
    returning saved_at`);
  if (!kept) return whatStands(ctx, input);
  const savedAt = new Date(kept.saved_at).toISOString();
  return { sequence: input.sequence, answer: input.answer, savedAt };
}

/** Why nothing was written: a later answer stands, or the attempt takes none any more. */
async function whatStands(ctx: SignedIn, { attemptId, questionKey, sequence }: SaveInput): Promise<Standing> {
  const [row] = await ctx.tx
    .select({
      submittedAt: attempts.submittedAt,
      over: sql<boolean>`coalesce(clock_timestamp() > ${attempts.endsAt} + make_interval(secs => ${GRACE_SECONDS}), false)`,
      sequence: attemptAnswers.sequence,
      answer: attemptAnswers.answer,
      savedAt: attemptAnswers.savedAt,
    })
    .from(attempts)
    .innerJoin(questions, and(eq(questions.activityId, attempts.activityId), eq(questions.key, questionKey)))
    .leftJoin(
      attemptAnswers,
      and(eq(attemptAnswers.attemptId, attempts.id), eq(attemptAnswers.questionId, questions.id)),
    )
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, ctx.actor.personId)));
  const { submittedAt, over, ...standing } = found(row);
  if (submittedAt !== null) throw new AppError('PRECONDITION_FAILED', 'quiz.handedIn');
  if (over) throw new AppError('PRECONDITION_FAILED', 'quiz.timeOver');
  const { sequence: stands, answer, savedAt } = standing;
  if (stands === null || answer === null || savedAt === null || stands < sequence) {
    throw new AppError('CONFLICT', 'quiz.notSaved');
  }
  return { sequence: stands, answer, savedAt: savedAt.toISOString() };
}
