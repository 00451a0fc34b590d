import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { closeFeed, openFeed } from './commands.ts';
import { feedState } from './queries.ts';
import { closeFeedInput, openFeedInput } from './schemas.ts';

/** A person's dates for their own calendar program. */
export const calendarRouter = router({
  /** Whether there is an address, since when, and when it was last used. */
  feed: signedIn.query(({ ctx }) => feedState(ctx)),
  /** Opens it at a new address. */
  open: signedInCommand.input(openFeedInput).mutation(({ ctx, input }) => openFeed(ctx, input)),
  /** Ends it. */
  close: signedInCommand.input(closeFeedInput).mutation(({ ctx }) => closeFeed(ctx)),
});
