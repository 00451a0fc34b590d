import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { setPreferences } from './commands.ts';
import { readShell } from './queries.ts';
import { preferencesInput } from './schemas.ts';

/** The frame around every page, and how the person likes it. */
export const shellRouter = router({
  /** Who is signed in, what they see in the navigation, and what is new. */
  get: signedIn.query(({ ctx }) => readShell(ctx)),
  /** Keeps language, appearance or time zone. */
  setPreferences: signedInCommand
    .input(preferencesInput)
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),
});
