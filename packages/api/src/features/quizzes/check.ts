import { attemptResponses } from '@concord/db/schema/learning';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { askedIn } from './asked.ts';
import { lockAttempt } from './commands.ts';
import { databaseNow } from './load.ts';
import { attemptState, gradeAnswer } from './rules.ts';
import type { CheckInput } from './schemas.ts';
import { hasAnswer, isMarkedByHand } from './scoring/score.ts';

/** Decides one answer during an attempt, where the quiz tells at once what was right. It stands from then on. */
export async function checkAnswer(ctx: SignedIn, { attemptId, questionKey }: Omit<CheckInput, 'commandId'>) {
  const { attempt, settings } = await lockAttempt(ctx, attemptId);
  if (settings.feedback !== 'immediate') throw new AppError('PRECONDITION_FAILED', 'quiz.notChecked');
  const state = attemptState(attempt, await databaseNow(ctx));
  if (state === 'submitted') throw new AppError('PRECONDITION_FAILED', 'quiz.handedIn');
  if (state === 'expired') throw new AppError('PRECONDITION_FAILED', 'quiz.timeOver');
  const asked = found((await askedIn(ctx, attemptId)).find(({ key }) => key === questionKey));
  const { response, body } = asked;
  if (!hasAnswer(response?.answer) || isMarkedByHand(body.kind))
    throw new AppError('PRECONDITION_FAILED', 'quiz.notAnswered');
  if (response?.points === null) {
    const given = { answer: response.answer, certainty: response.certainty, marked: null };
    const { score, points, outOf } = gradeAnswer(asked, given, settings.certainty === true);
    await ctx.tx
      .update(attemptResponses)
      .set({ score, points, outOf })
      .where(and(eq(attemptResponses.attemptId, attemptId), eq(attemptResponses.key, questionKey)));
  }
  return { questionKey };
}
