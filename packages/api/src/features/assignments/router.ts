import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { handIn, saveWork } from './hand-in.ts';
import { judge } from './judge.ts';
import { workQueue, workToJudge } from './marking.ts';
import { ownWork } from './own.ts';
import * as schemas from './schemas.ts';

/** Assignments: hand in, judge, and read what came of it. */
export const assignmentsRouter = router({
  /** Where the person stands with an assignment. */
  own: signedIn.input(schemas.ownInput).query(({ ctx, input }) => ownWork(ctx, input)),
  /** Keeps a draft; its sequence makes it safe to send again. */
  save: signedIn.input(schemas.saveInput).mutation(({ ctx, input }) => saveWork(ctx, input)),
  handIn: signedInCommand.input(schemas.handInInput).mutation(({ ctx, input }) => handIn(ctx, input)),
  /** Work handed in, for the staff of the course. */
  queue: signedIn.input(schemas.queueInput).query(({ ctx, input }) => workQueue(ctx, input)),
  /** One piece of work to judge. */
  work: signedIn.input(schemas.workInput).query(({ ctx, input }) => workToJudge(ctx, input.submissionId)),
  /** Keeps a judgement, and with an outcome decides. */
  judge: signedInCommand.input(schemas.judgeInput).mutation(({ ctx, input }) => judge(ctx, input)),
});
