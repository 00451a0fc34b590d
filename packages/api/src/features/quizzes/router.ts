import { router, signedIn, signedInCommand, signedInStatement } from '../../trpc.ts';
import { itemAnalysis } from './analysis.ts';
import { checkAnswer } from './check.ts';
import { startAttempt, submitAttempt } from './commands.ts';
import { extendQuiz, quizPeople } from './extending.ts';
import { markAnswer } from './marking.ts';
import { markingQueue } from './marking-queue.ts';
import { attemptResult, quizState } from './queries.ts';
import { saveAnswer } from './save.ts';
import * as schemas from './schemas.ts';

/** Quizzes: start, answer, hand in, and read what was right. */
export const quizzesRouter = router({
  /** Where the person stands with a quiz; before it is handed in, nothing here tells an answer. */
  state: signedIn.input(schemas.stateInput).query(({ ctx, input }) => quizState(ctx, input)),
  /** An attempt handed in, question by question. */
  result: signedIn.input(schemas.resultInput).query(({ ctx, input }) => attemptResult(ctx, input)),
  start: signedInCommand.input(schemas.startInput).mutation(({ ctx, input }) => startAttempt(ctx, input)),
  /** Keeps one answer; its sequence makes it safe to send again, so it costs one statement. */
  save: signedInStatement.input(schemas.saveInput).mutation(({ ctx, input }) => saveAnswer(ctx, input)),
  /** Where the quiz tells at once: decides one answer, which stands from then on. */
  check: signedInCommand.input(schemas.checkInput).mutation(({ ctx, input }) => checkAnswer(ctx, input)),
  submit: signedInCommand.input(schemas.submitInput).mutation(({ ctx, input }) => submitAttempt(ctx, input)),
  /** Answers that a person has to mark, for the staff of the course. */
  marking: signedIn.input(schemas.markingInput).query(({ ctx, input }) => markingQueue(ctx, input)),
  /** A person's judgement over one answer; with the last one the result is there. */
  mark: signedInCommand.input(schemas.markInput).mutation(({ ctx, input }) => markAnswer(ctx, input)),
  /** Who takes a quiz and how far they are, for those who may give more time. */
  people: signedIn.input(schemas.peopleInput).query(({ ctx, input }) => quizPeople(ctx, input)),
  /** More time, more attempts or a later close for one person. */
  extend: signedInCommand.input(schemas.extendInput).mutation(({ ctx, input }) => extendQuiz(ctx, input)),
  /** How the questions have worked. */
  analysis: signedIn.input(schemas.analysisInput).query(({ ctx, input }) => itemAnalysis(ctx, input)),
});
