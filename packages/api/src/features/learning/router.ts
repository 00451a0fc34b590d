import { router, signedIn } from '../../trpc.ts';
import { myLearning } from './queries.ts';

/** What one person learns. */
export const learningRouter = router({
  /** What is due, next and overdue, why it is not complete, and where to go on. */
  mine: signedIn.query(({ ctx }) => myLearning(ctx)),
});
