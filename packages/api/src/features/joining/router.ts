import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { byCodeInput } from '../exercises/schemas.ts';
import { removeSheet, saveSheet, sendSheets } from './commands.ts';
import { myExercise } from './mine.ts';
import { sheetsOf } from './queries.ts';
import { sendInput, sheetCommand, sheetInput } from './schemas.ts';

/** Joining an exercise: what its planners write for whom, and everybody's own page. */
export const joiningRouter = router({
  /** The sheets of an exercise, for who writes them. */
  sheets: signedIn.input(byCodeInput).query(({ ctx, input }) => sheetsOf(ctx, input.code)),
  /** One's own exercise: seat, what is missing, where, when, with whom. */
  mine: signedIn.input(byCodeInput).query(({ ctx, input }) => myExercise(ctx, input.code)),
  /** Writes a sheet. */
  save: signedInCommand.input(sheetInput).mutation(({ ctx, input }) => saveSheet(ctx, input)),
  /** Takes one away. */
  remove: signedInCommand.input(sheetCommand).mutation(({ ctx, input }) => removeSheet(ctx, input)),
  /** Sends what was not sent as it is now. */
  send: signedInCommand.input(sendInput).mutation(({ ctx, input }) => sendSheets(ctx, input)),
});
