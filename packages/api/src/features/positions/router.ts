import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { formingOf } from './forming.ts';
import { matrixOf } from './matrix.ts';
import { positionsByText } from './queries.ts';
import { liftPosition, releasePosition, takeBackPosition } from './release.ts';
import { enterReservation, liftReservation, maintainReservation } from './reservations.ts';
import {
  enterReservationInput,
  formingInput,
  liftInput,
  liftReservationInput,
  maintainInput,
  maintainReservationInput,
  makeStatementInput,
  positionsInput,
  preparedInput,
  takePositionInput,
  withdrawStatementInput,
} from './schemas.ts';
import { makeStatement, withdrawStatement } from './statements.ts';
import { maintainPosition, takePosition } from './take.ts';

/** Positions: what nations say of a version of a text. */
export const positionsRouter = router({
  /** How every member nation stands to a version. */
  byText: signedIn.input(positionsInput).query(({ ctx, input }) => positionsByText(ctx, input)),
  /** Who has trouble with which paragraph of a version. */
  matrix: signedIn.input(positionsInput).query(({ ctx, input }) => matrixOf(ctx, input)),
  /** What a form in which the nation says something of the newest version starts from. */
  forming: signedIn.input(formingInput).query(({ ctx, input }) => formingOf(ctx, input)),
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
  /** Enters a reservation of one's nation. */
  reserve: signedInCommand
    .input(enterReservationInput)
    .mutation(({ ctx, input }) => enterReservation(ctx, input)),
  /** Holds on the newest version what was reserved on an older one. */
  maintainReservation: signedInCommand
    .input(maintainReservationInput)
    .mutation(({ ctx, input }) => maintainReservation(ctx, input)),
  /** Lifts a reservation. */
  liftReservation: signedInCommand
    .input(liftReservationInput)
    .mutation(({ ctx, input }) => liftReservation(ctx, input)),
  /** Says something for the record. */
  state: signedInCommand.input(makeStatementInput).mutation(({ ctx, input }) => makeStatement(ctx, input)),
  /** Withdraws a statement. */
  withdrawStatement: signedInCommand
    .input(withdrawStatementInput)
    .mutation(({ ctx, input }) => withdrawStatement(ctx, input)),
});
