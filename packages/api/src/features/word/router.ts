import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { mayRereadText } from '../texts/queries.ts';
import { threadInput } from '../threads/schemas.ts';
import { bringIn } from './bring-in.ts';
import { previewWord } from './preview.ts';
import { bringInInput, previewInput } from './schemas.ts';
import { printedThread } from './thread.ts';

/** What leaves the portal and comes back; files go out by addresses of their own (`http/paper.ts`). */
export const wordRouter = router({
  /** A thread as it is printed. */
  thread: signedIn.input(threadInput).query(({ ctx, input }) => printedThread(ctx, input)),
  /** What a file of one's own would change. */
  preview: signedIn.input(previewInput).query(({ ctx, input }) => previewWord(ctx, input)),
  /** Tables what was chosen of it. */
  bringIn: signedInCommand
    .meta({ reread: mayRereadText })
    .input(bringInInput)
    .mutation(({ ctx, input }) => bringIn(ctx, input)),
});
