import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { bringIn, previewFile } from './bring-in.ts';
import { addInject, changeInject, removeStoryline, saveStoryline } from './commands.ts';
import { injectHistory, injectList } from './queries.ts';
import {
  addInput,
  bringInInput,
  byCodeInput,
  changeInput,
  injectInput,
  previewInput,
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
  /** What a file holds and what writing it would do; it changes nothing. */
  previewFile: signedIn.input(previewInput).mutation(({ ctx, input }) => previewFile(ctx, input)),
  /** Writes a file whole. */
  bringIn: signedInCommand.input(bringInInput).mutation(({ ctx, input }) => bringIn(ctx, input)),
  /** Makes a storyline or renames it. */
  saveStoryline: signedInCommand
    .input(storylineInput)
    .mutation(({ ctx, input }) => saveStoryline(ctx, input)),
  /** Takes a storyline away. */
  removeStoryline: signedInCommand
    .input(storylineCommand)
    .mutation(({ ctx, input }) => removeStoryline(ctx, input)),
});
