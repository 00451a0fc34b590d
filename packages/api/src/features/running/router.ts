import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { extendTeam, jumpClock, releaseInject, sendAdHoc, turnClock } from './commands.ts';
import { exerciseFrame, runBoard, teamInbox } from './queries.ts';
import * as schemas from './schemas.ts';
import { acknowledge, answer, ask, replyTo, sendReport } from './team.ts';

/** An exercise while it runs: the clock and what goes out, for its control; the inbox, for each team its own. */
export const runningRouter = router({
  /** All of it, for the staff. */
  board: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => runBoard(ctx, input.code)),
  /** Its marking, and its time for who is in it; null where there is no such exercise. */
  frame: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => exerciseFrame(ctx, input.code)),
  /** The inbox of one's own team. */
  inbox: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => teamInbox(ctx, input.code)),
  turn: signedInCommand.input(schemas.turnInput).mutation(({ ctx, input }) => turnClock(ctx, input)),
  jump: signedInCommand.input(schemas.jumpInput).mutation(({ ctx, input }) => jumpClock(ctx, input)),
  extend: signedInCommand.input(schemas.extendInput).mutation(({ ctx, input }) => extendTeam(ctx, input)),
  /** Lets an inject go by hand. */
  release: signedInCommand
    .input(schemas.releaseInput)
    .mutation(({ ctx, input }) => releaseInject(ctx, input)),
  /** Sends one that nobody had planned. */
  sendAdHoc: signedInCommand.input(schemas.adHocInput).mutation(({ ctx, input }) => sendAdHoc(ctx, input)),
  acknowledge: signedInCommand
    .input(schemas.acknowledgeInput)
    .mutation(({ ctx, input }) => acknowledge(ctx, input)),
  answer: signedInCommand.input(schemas.answerInput).mutation(({ ctx, input }) => answer(ctx, input)),
  /** A situation report. */
  report: signedInCommand.input(schemas.reportInput).mutation(({ ctx, input }) => sendReport(ctx, input)),
  /** A question to control. */
  ask: signedInCommand.input(schemas.askInput).mutation(({ ctx, input }) => ask(ctx, input)),
  /** Control writes to a team. */
  reply: signedInCommand.input(schemas.replyInput).mutation(({ ctx, input }) => replyTo(ctx, input)),
});
