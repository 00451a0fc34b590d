import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { mayReread } from '../threads/queries.ts';
import { ask, setAnswered } from './commands.ts';
import { questionsOf } from './queries.ts';
import { answeredInput, askInput, questionsInput } from './schemas.ts';

/** What learners ask under an activity and its staff answers: threads of the course's own body. */
export const questionsRouter = router({
  /** The questions of a course, or of one activity. */
  list: signedIn.input(questionsInput).query(({ ctx, input }) => questionsOf(ctx, input)),
  /** Asks one. */
  ask: signedInCommand
    .meta({ reread: mayReread })
    .input(askInput)
    .mutation(({ ctx, input }) => ask(ctx, input)),
  /** Calls one answered, or not. */
  setAnswered: signedInCommand
    .meta({ reread: mayReread })
    .input(answeredInput)
    .mutation(({ ctx, input }) => setAnswered(ctx, input)),
});
