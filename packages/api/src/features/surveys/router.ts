import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { answerSurvey, saveSurvey } from './commands.ts';
import { surveyById, surveysOf } from './queries.ts';
import { answerInput, byCodeInput, saveSurveyInput, surveyInput } from './schemas.ts';

/** Surveys of those who took part in an exercise. */
export const surveysRouter = router({
  list: signedIn.input(byCodeInput).query(({ ctx, input }) => surveysOf(ctx, input.code)),
  byId: signedIn.input(surveyInput).query(({ ctx, input }) => surveyById(ctx, input.surveyId)),
  save: signedInCommand.input(saveSurveyInput).mutation(({ ctx, input }) => saveSurvey(ctx, input)),
  /** Answers once; the answer has no name. */
  answer: signedInCommand.input(answerInput).mutation(({ ctx, input }) => answerSurvey(ctx, input)),
});
