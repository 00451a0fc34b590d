import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { byCodeInput } from '../exercises/schemas.ts';
import { bringPassages } from './commands.ts';
import { doorList } from './queries.ts';
import { bringInput } from './schemas.ts';

/** Who has come to an exercise: seen at its doors, which may have had no network. */
export const checkInRouter = router({
  /** What a door takes along. */
  list: signedIn.input(byCodeInput).query(({ ctx, input }) => doorList(ctx, input.code)),
  /** Takes what a door saw. */
  bring: signedInCommand.input(bringInput).mutation(({ ctx, input }) => bringPassages(ctx, input)),
});
