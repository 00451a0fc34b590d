import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { setFourEyes, setPowers } from './commands.ts';
import { ownDelegation } from './queries.ts';
import { delegationInput, setFourEyesInput, setPowersInput } from './schemas.ts';

/** Delegations: the people a nation has in a body, and what it has settled for them. */
export const delegationsRouter = router({
  /** The own delegation in a body. */
  own: signedIn.input(delegationInput).query(({ ctx, input }) => ownDelegation(ctx, input)),
  /** Settles whether positions need four eyes. */
  setFourEyes: signedInCommand.input(setFourEyesInput).mutation(({ ctx, input }) => setFourEyes(ctx, input)),
  /** Grants and withdraws what a delegate may do. */
  setPowers: signedInCommand.input(setPowersInput).mutation(({ ctx, input }) => setPowers(ctx, input)),
});
