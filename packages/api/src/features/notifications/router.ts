import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { markRead } from './commands.ts';
import { listNotifications } from './queries.ts';
import { listInput, markReadInput } from './schemas.ts';

/** What was sent to a person or changed for them. */
export const notificationsRouter = router({
  /** A page of them, the newest first. */
  list: signedIn.input(listInput).query(({ ctx, input }) => listNotifications(ctx, input)),
  /** Marks all up to one as read. */
  markRead: signedInCommand.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
});
