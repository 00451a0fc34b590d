import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { positionsByText } from './queries.ts';
import { liftPosition, releasePosition, takeBackPosition } from './release.ts';
import { liftInput, maintainInput, positionsInput, preparedInput, takePositionInput } from './schemas.ts';
import { maintainPosition, takePosition } from './take.ts';

/** Positions: what nations say of a version of a text. */
export const positionsRouter = router({
  /** How every member nation stands to a version. */
  byText: signedIn.input(positionsInput).query(({ ctx, input }) => positionsByText(ctx, input)),
  /** Takes a position for one's nation, or prepares it. */
  take: signedInCommand.input(takePositionInput).mutation(({ ctx, input }) => takePosition(ctx, input)),
  /** Says of the newest version what was said of an older one. */
  maintain: signedInCommand.input(maintainInput).mutation(({ ctx, input }) => maintainPosition(ctx, input)),
  /** Releases what was prepared. */
  release: signedInCommand.input(preparedInput).mutation(({ ctx, input }) => releasePosition(ctx, input)),
  /** Takes back what was prepared. */
  takeBack: signedInCommand.input(preparedInput).mutation(({ ctx, input }) => takeBackPosition(ctx, input)),
  /** Lifts what the nation has said. */
  lift: signedInCommand.input(liftInput).mutation(({ ctx, input }) => liftPosition(ctx, input)),
});
