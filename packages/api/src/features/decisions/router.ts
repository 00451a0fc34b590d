import { router, signedIn } from '../../trpc.ts';
import { decisionById, decisionsOfText } from './queries.ts';
import { register } from './register.ts';
import { decisionInput, ofTextInput, registerInput } from './schemas.ts';

/** What bodies have decided. */
export const decisionsRouter = router({
  /** A body's register, the newest first. */
  register: signedIn.input(registerInput).query(({ ctx, input }) => register(ctx, input)),
  /** A decision with its sheet, and whether it proves sound. */
  byId: signedIn.input(decisionInput).query(({ ctx, input }) => decisionById(ctx, input.decisionId)),
  /** What was decided on a text. */
  ofText: signedIn.input(ofTextInput).query(({ ctx, input }) => decisionsOfText(ctx, input.textId)),
});
