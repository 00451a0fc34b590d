import { attemptAnswers, attempts } from '@concord/db/schema/learning';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type AttemptRow, answersOf, quizOfAttempt } from './load.ts';
import { questionsOf } from './questions.ts';
import { type Grade, gradeAttempt } from './rules.ts';

/** Grades a locked attempt on the answers that stand, and closes it. */
export async function closeAttempt(ctx: SignedIn, attempt: AttemptRow, submittedAt: Date): Promise<Grade> {
  const quiz = await quizOfAttempt(ctx, attempt);
  const questions = await questionsOf(ctx, attempt.activityId, [quiz.sourceLanguage]);
  const saved = await answersOf(ctx, attempt.id);
  const answers = Object.fromEntries([...saved].map(([key, { answer }]) => [key, answer]));
  const grade = gradeAttempt(questions, answers, quiz.settings.passMark);
  const ids = new Map(questions.map(({ key, id }) => [key, id]));
  const graded = grade.perQuestion.filter(({ key }) => saved.has(key));
  await writePoints(
    ctx,
    attempt.id,
    graded.map(({ key, points }) => ({ id: ids.get(key) ?? '', points })),
  );
  const { points, outOf, percent, passed } = grade;
  await ctx.tx
    .update(attempts)
    .set({ submittedAt, points, outOf, percent, passed })
    .where(eq(attempts.id, attempt.id));
  return grade;
}

/** Puts the points beside the answers, all in one statement. */
async function writePoints(
  ctx: SignedIn,
  attemptId: string,
  graded: readonly { id: string; points: number }[],
): Promise<void> {
  if (graded.length === 0) return;
  const rows = sql.join(
    graded.map(({ id, points }) => sql`(${id}::uuid, ${points}::double precision)`),
    sql`, `,
  );
  await ctx.tx.execute(sql`
    update ${attemptAnswers} set points = graded.points from (values ${rows}) as graded (question_id, points)
    where attempt_id = ${attemptId} and ${attemptAnswers}.question_id = graded.question_id`);
}
