import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { enterTwin, leaveTwin, makeTwin, resetTwin } from './commands.ts';
import { twinOf } from './queries.ts';
import { byCodeInput, leaveInput, resetInput, twinCommand } from './schemas.ts';

/** Consulting inside an exercise: a copy of its own, in which nothing of the world outside is there. */
export const twinsRouter = router({
  byCode: signedIn.input(byCodeInput).query(({ ctx, input }) => twinOf(ctx, input.code)),
  make: signedInCommand.input(twinCommand).mutation(({ ctx, input }) => makeTwin(ctx, input)),
  /** Sets it back, empty, with a reason. */
  reset: signedInCommand.input(resetInput).mutation(({ ctx, input }) => resetTwin(ctx, input)),
  /** Puts this session into it. */
  enter: signedInCommand.input(twinCommand).mutation(({ ctx, input }) => enterTwin(ctx, input)),
  /** Takes it out again. */
  leave: signedInCommand.input(leaveInput).mutation(({ ctx }) => leaveTwin(ctx)),
});
