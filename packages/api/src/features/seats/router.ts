import { z } from 'zod';
import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { seatCandidates } from './candidates.ts';
import {
  agree,
  changeSettings,
  moveForward,
  refuse,
  reofferNow,
  requestSeats,
  withdrawSeat,
} from './commands.ts';
import { seatLog, seatsOfCohort } from './queries.ts';
import * as schemas from './schemas.ts';

/** Seats in cohorts: asked for, agreed to, given in order, and explained. */
export const seatsRouter = router({
  /** Seats of every party, and one's own people's requests. */
  byCohort: signedIn
    .input(schemas.byCohortInput)
    .query(({ ctx, input }) => seatsOfCohort(ctx, input.cohortId)),
  /** Every act on the seats with its reason, the newest first. */
  log: signedIn
    .input(schemas.byCohortInput.extend({ before: z.int().min(1).optional() }))
    .query(({ ctx, input }) => seatLog(ctx, input)),
  /** People one speaks for who have not asked yet. */
  candidates: signedIn.input(schemas.candidatesInput).query(({ ctx, input }) => seatCandidates(ctx, input)),
  /** Asks for seats, for oneself or for people one speaks for. */
  request: signedInCommand.input(schemas.requestInput).mutation(({ ctx, input }) => requestSeats(ctx, input)),
  /** Asks for a seat for oneself. */
  requestOwn: signedInCommand
    .input(schemas.cohortCommand)
    .mutation(({ ctx, input }) =>
      requestSeats(ctx, { ...input, personIds: [ctx.actor.personId], reason: '' }),
    ),
  /** Agrees to a request. */
  agree: signedInCommand.input(schemas.agreeInput).mutation(({ ctx, input }) => agree(ctx, input)),
  /** Refuses a request, or takes a seat away. */
  refuse: signedInCommand.input(schemas.reasonedInput).mutation(({ ctx, input }) => refuse(ctx, input)),
  /** Gives up a seat or a request. */
  withdraw: signedInCommand.input(schemas.agreeInput).mutation(({ ctx, input }) => withdrawSeat(ctx, input)),
  /** Puts a request before the others. */
  moveForward: signedInCommand
    .input(schemas.reasonedInput)
    .mutation(({ ctx, input }) => moveForward(ctx, input)),
  /** Opens unfilled seats to all who wait. */
  reoffer: signedInCommand
    .input(schemas.cohortReasonInput)
    .mutation(({ ctx, input }) => reofferNow(ctx, input)),
  /** Changes how seats are given. */
  settings: signedInCommand
    .input(schemas.settingsInput)
    .mutation(({ ctx, input }) => changeSettings(ctx, input)),
});
