import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { filterChoices, myReadiness, readinessPage } from './queries.ts';
import * as schemas from './schemas.ts';
import { sendMissing } from './send.ts';

/** Whether people, headquarters and nations are ready, and the one next step. */
export const readinessRouter = router({
  /** One party's people by what is asked of them, or the figures of each party looked after. */
  page: signedIn.input(schemas.pageInput).query(({ ctx, input }) => readinessPage(ctx, input)),
  /** The requirements and the work a page can be narrowed to. */
  choices: signedIn.query(({ ctx }) => filterChoices(ctx)),
  /** Where the person stands. */
  mine: signedIn.query(({ ctx }) => myReadiness(ctx)),
  /** Sends each of these people what they lack. */
  send: signedInCommand.input(schemas.sendInput).mutation(({ ctx, input }) => sendMissing(ctx, input)),
});
