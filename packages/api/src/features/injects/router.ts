import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { addInject, changeInject, removeStoryline, saveStoryline } from './commands.ts';
import { injectHistory, injectList } from './queries.ts';
import {
  addInput,
  byCodeInput,
  changeInput,
  injectInput,
  storylineCommand,
  storylineInput,
} from './schemas.ts';

/** The master scenario events list of an exercise: for its staff, and for nobody else. */
export const injectsRouter = router({
  /** All of it, with its warnings. */
  list: signedIn.input(byCodeInput).query(({ ctx, input }) => injectList(ctx, input.code)),
  /** What one inject was before. */
  history: signedIn.input(injectInput).query(({ ctx, input }) => injectHistory(ctx, input.injectId)),
  /** Adds one. */
  add: signedInCommand.input(addInput).mutation(({ ctx, input }) => addInject(ctx, input)),
  /** Changes part of one. */
  change: signedInCommand.input(changeInput).mutation(({ ctx, input }) => changeInject(ctx, input)),
  /** Makes a storyline or renames it. */
  saveStoryline: signedInCommand
    .input(storylineInput)
    .mutation(({ ctx, input }) => saveStoryline(ctx, input)),
  /** Takes a storyline away. */
  removeStoryline: signedInCommand
    .input(storylineCommand)
    .mutation(({ ctx, input }) => removeStoryline(ctx, input)),
});
