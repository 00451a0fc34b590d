import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { gradeBook } from './book.ts';
import { decideGrade } from './decide.ts';
import { extendDue } from './extend.ts';
import * as schemas from './schemas.ts';

/** Results: what was computed, what somebody decided over it, and more time for one person. */
export const gradesRouter = router({
  /** Person by activity, for a course or a cohort. */
  book: signedIn.input(schemas.bookInput).query(({ ctx, input }) => gradeBook(ctx, input)),
  /** Decides over a result, with a reason. */
  decide: signedInCommand.input(schemas.decideInput).mutation(({ ctx, input }) => decideGrade(ctx, input)),
  /** Gives one person a later deadline, with a reason. */
  extend: signedInCommand.input(schemas.extendInput).mutation(({ ctx, input }) => extendDue(ctx, input)),
});
