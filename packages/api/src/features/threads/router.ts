import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { audience, markingChoices, mentionable } from './audience.ts';
import { follow, markRead, startThread } from './commands.ts';
import { mayReread, threadPage, threadsOfBody } from './queries.ts';
import {
  audienceInput,
  followInput,
  markReadInput,
  mentionableInput,
  startThreadInput,
  threadInput,
  threadPageInput,
  threadsOfBodyInput,
} from './schemas.ts';

/** Threads: topics under a body. */
export const threadsRouter = router({
  /** The threads of a body, the one last written in first. */
  ofBody: signedIn.input(threadsOfBodyInput).query(({ ctx, input }) => threadsOfBody(ctx, input)),
  /** One page of a thread, opened. */
  page: signedIn.input(threadPageInput).query(({ ctx, input }) => threadPage(ctx, input)),
  /** How many would be able to read under a marking. */
  audience: signedIn.input(audienceInput).query(({ ctx, input }) => audience(ctx, input)),
  /** The levels and parties an entry can be marked with. */
  choices: signedIn.input(threadInput).query(({ ctx, input }) => markingChoices(ctx, input.threadId)),
  /** People who may be mentioned. */
  mentionable: signedIn.input(mentionableInput).query(({ ctx, input }) => mentionable(ctx, input)),
  /** Opens a topic. */
  start: signedInCommand
    .meta({ reread: mayReread })
    .input(startThreadInput)
    .mutation(({ ctx, input }) => startThread(ctx, input)),
  /** Notes how far the person has read. */
  markRead: signedInCommand.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
  /** Follows, mutes, or neither. */
  follow: signedInCommand.input(followInput).mutation(({ ctx, input }) => follow(ctx, input)),
});
