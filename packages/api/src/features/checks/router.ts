import { recentCommand, router, signedIn, signedInCommand } from '../../trpc.ts';
import { checksOf, makeKey, revokeKey } from './keys.ts';
import { byCodeInput, makeKeyInput, revokeKeyInput } from './schemas.ts';

/** Automatic checks of an exercise: their results for its staff, and the keys they report with for its director. */
export const checksRouter = router({
  byCode: signedIn.input(byCodeInput).query(({ ctx, input }) => checksOf(ctx, input.code)),
  /** Makes a key: whoever makes one proved who they are a short while ago. */
  makeKey: recentCommand.input(makeKeyInput).mutation(({ ctx, input }) => makeKey(ctx, input)),
  revokeKey: signedInCommand.input(revokeKeyInput).mutation(({ ctx, input }) => revokeKey(ctx, input)),
});
