import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { checkAnswer } from './check.ts';
import { startAttempt, submitAttempt } from './commands.ts';
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
  save: signedIn.input(schemas.saveInput).mutation(({ ctx, input }) => saveAnswer(ctx, input)),
  /** Where the quiz tells at once: decides one answer, which stands from then on. */
  check: signedInCommand.input(schemas.checkInput).mutation(({ ctx, input }) => checkAnswer(ctx, input)),
  submit: signedInCommand.input(schemas.submitInput).mutation(({ ctx, input }) => submitAttempt(ctx, input)),
});
