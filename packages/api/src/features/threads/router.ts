import {
  administrator,
  recentAdministratorCommand,
  recentCommand,
  router,
  signedIn,
  signedInCommand,
} from '../../trpc.ts';
import { aboutThread } from './about.ts';
import { audience, markingChoices, mentionable } from './audience.ts';
import { closeThread, reopenThread } from './closing.ts';
import { follow, markRead, markUnread, startThread } from './commands.ts';
import { breakGlass, endGlass, ownGlass } from './glass.ts';
import { nameInThread, takeOffThread } from './members.ts';
import { narrowThread } from './narrowing.ts';
import { mayReread, threadPage, threadsOfBody } from './queries.ts';
import {
  askWiderInput,
  audienceInput,
  breakGlassInput,
  closeInput,
  decideWiderInput,
  endGlassInput,
  followInput,
  markReadInput,
  mentionableInput,
  nameInput,
  narrowThreadInput,
  startThreadInput,
  takeOffInput,
  threadInput,
  threadPageInput,
  threadsOfBodyInput,
} from './schemas.ts';
import { askWider, decideWider } from './widening.ts';

/** Threads: topics under a body. */
export const threadsRouter = router({
  /** The threads of a body, the one last written in first. */
  ofBody: signedIn.input(threadsOfBodyInput).query(({ ctx, input }) => threadsOfBody(ctx, input)),
  /** One page of a thread, opened. */
  page: signedIn.input(threadPageInput).query(({ ctx, input }) => threadPage(ctx, input)),
  /** Who is named in a thread, what happened to it, and what the person may do about it. */
  about: signedIn.input(threadInput).query(({ ctx, input }) => aboutThread(ctx, input.threadId)),
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
  /** Makes an entry and what follows it unread again. */
  markUnread: signedInCommand.input(markReadInput).mutation(({ ctx, input }) => markUnread(ctx, input)),
  /** Closes a thread. */
  close: signedInCommand.input(closeInput).mutation(({ ctx, input }) => closeThread(ctx, input)),
  /** Opens it again. */
  reopen: signedInCommand.input(closeInput).mutation(({ ctx, input }) => reopenThread(ctx, input)),
  /** Names people in a thread, or changes until when they are. */
  name: signedInCommand.input(nameInput).mutation(({ ctx, input }) => nameInThread(ctx, input)),
  /** Takes somebody off a thread. */
  takeOff: signedInCommand.input(takeOffInput).mutation(({ ctx, input }) => takeOffThread(ctx, input)),
  /** Narrows a thread's marking. */
  narrow: signedInCommand.input(narrowThreadInput).mutation(({ ctx, input }) => narrowThread(ctx, input)),
  /** Asks that a thread or an entry be opened wider. */
  askWider: signedInCommand.input(askWiderInput).mutation(({ ctx, input }) => askWider(ctx, input)),
  /** Confirms or refuses that, as the second person. */
  decideWider: recentCommand.input(decideWiderInput).mutation(({ ctx, input }) => decideWider(ctx, input)),
  /** Whether glass may be broken here, and what the administrator has open. */
  glass: administrator.query(({ ctx }) => ownGlass(ctx)),
  /** Breaks the glass of a thread, seen by all its members. */
  breakGlass: recentAdministratorCommand
    .meta({ reread: mayReread })
    .input(breakGlassInput)
    .mutation(({ ctx, input }) => breakGlass(ctx, input)),
  /** Ends it before its time. */
  endGlass: signedInCommand.input(endGlassInput).mutation(({ ctx, input }) => endGlass(ctx, input)),
  /** Follows, mutes, or neither. */
  follow: signedInCommand.input(followInput).mutation(({ ctx, input }) => follow(ctx, input)),
});
