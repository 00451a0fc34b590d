import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { surveyAnswers, surveyQuestions, surveys, surveyTakers } from '@concord/db/schema/surveys';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { joinedExercise, ledExercise } from '../lessons/load.ts';
import { sealRow } from '../lessons/sealed.ts';
import { countOf, questionsOf } from './queries.ts';
import { answerProblem, surveyState } from './rules.ts';
import type { AnswerInput, SaveSurveyInput } from './schemas.ts';

/** Makes a survey or changes it with its questions. What somebody has answered is not changed any more. */
export async function saveSurvey(
  ctx: SignedIn,
  { exerciseId, surveyId, questions, ...survey }: SaveSurveyInput,
) {
  const exercise = await ledExercise(ctx, exerciseId);
  const dates = { opensAt: new Date(survey.opensAt), closesAt: new Date(survey.closesAt) };
  if (dates.closesAt <= dates.opensAt) throw fieldError('closesAt', 'surveys.closesFirst');
  const id = surveyId ?? newId();
  if (surveyId === null) {
    await ctx.tx.insert(surveys).values({
      ...{ id, exerciseId, ...survey, ...dates },
      ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
    });
  } else {
    const [known] = await ctx.tx.select().from(surveys).where(eq(surveys.id, id)).for('update');
    found(known?.exerciseId === exerciseId || undefined);
    if ((await countOf(ctx, id)) > 0) throw new AppError('CONFLICT', 'surveys.answered');
    await ctx.tx
      .update(surveys)
      .set({ ...survey, ...dates })
      .where(eq(surveys.id, id));
    await ctx.tx.delete(surveyQuestions).where(eq(surveyQuestions.surveyId, id));
  }
  await ctx.tx.insert(surveyQuestions).values(
    questions.map(({ choices, ...question }, position) => ({
      ...{ id: newId(), surveyId: id, position, ...question },
      choicesEn: choices.map(({ en }) => en),
      choicesFr: choices.map(({ fr }) => fr),
    })),
  );
  await record(ctx, {
    ...{ action: 'survey.save', subject: 'exercise', subjectId: exerciseId },
    ...{ markingId: exercise.markingId, details: { surveyId: id } },
  });
  return { surveyId: id };
}

/**
 * Answers a survey, once. The answer has no person and an id of chance, and the record says only that somebody answered:
 * beside it stands who has answered, and nothing ties the two.
 */
export async function answerSurvey(ctx: SignedIn, { surveyId, answers }: AnswerInput) {
  const [survey] = await ctx.tx.select().from(surveys).where(eq(surveys.id, surveyId));
  const { exerciseId, ...dates } = found(survey);
  const { exercise } = await joinedExercise(ctx, { id: exerciseId });
  const state = surveyState(dates, ctx.now);
  if (state !== 'open') throw new AppError('CONFLICT', `surveys.${state}`);
  const problem = answerProblem(await questionsOf(ctx, surveyId), answers);
  if (problem) throw fieldError(`answers.${problem.id}`, problem.key);
  const [first] = await ctx.tx
    .insert(surveyTakers)
    .values({ surveyId, personId: ctx.actor.personId })
    .onConflictDoNothing()
    .returning({ surveyId: surveyTakers.surveyId });
  if (!first) throw new AppError('CONFLICT', 'surveys.once');
  const id = randomUUID();
  const sealed = await sealRow(ctx, exerciseId, 'survey', { id, content: answers });
  await ctx.tx.insert(surveyAnswers).values({ id, surveyId, sealed });
  await record(ctx, {
    ...{ action: 'survey.answer', subject: 'exercise', subjectId: exerciseId },
    ...{ markingId: exercise.markingId, details: { surveyId } },
  });
  return { surveyId };
}
