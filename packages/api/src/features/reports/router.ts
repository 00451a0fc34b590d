import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { issueReport, saveSummary } from './commands.ts';
import { reportOf } from './queries.ts';
import { byCodeInput, issueInput, summaryInput } from './schemas.ts';

/** The after-action report of an exercise. */
export const reportsRouter = router({
  /** As it is at this moment, as far as the reader may read it. */
  byCode: signedIn.input(byCodeInput).query(({ ctx, input }) => reportOf(ctx, input.code)),
  saveSummary: signedInCommand.input(summaryInput).mutation(({ ctx, input }) => saveSummary(ctx, input)),
  /** Lets those who took part read it. */
  issue: signedInCommand.input(issueInput).mutation(({ ctx, input }) => issueReport(ctx, input)),
});
