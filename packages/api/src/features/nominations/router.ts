import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { confirm, moveForward, nominate, place, refuse, substitute, withdraw } from './commands.ts';
import { candidates, roleLog, seatsOfExercise } from './queries.ts';
import {
  actInput,
  candidatesInput,
  logInput,
  nominateInput,
  placeInput,
  reasonedInput,
  seatsInput,
  sendLackingInput,
  substituteInput,
} from './schemas.ts';
import { sendLacking } from './send-lacking.ts';

/** Who sits in an exercise: named by training coordinators, confirmed by its director, given by one ledger a role. */
export const nominationsRouter = router({
  /** Seats of every role and party, and the people the reader looks after. */
  seats: signedIn.input(seatsInput).query(({ ctx, input }) => seatsOfExercise(ctx, input.exerciseId)),
  /** Whom one may name, with how they stand. */
  candidates: signedIn.input(candidatesInput).query(({ ctx, input }) => candidates(ctx, input)),
  /** What happened to a role's seats, and why. */
  log: signedIn.input(logInput).query(({ ctx, input }) => roleLog(ctx, input)),
  /** Names people for a role. */
  nominate: signedInCommand.input(nominateInput).mutation(({ ctx, input }) => nominate(ctx, input)),
  /** Sends people the courses they lack for a role. */
  sendLacking: signedInCommand.input(sendLackingInput).mutation(({ ctx, input }) => sendLacking(ctx, input)),
  /** Confirms somebody. */
  confirm: signedInCommand.input(actInput).mutation(({ ctx, input }) => confirm(ctx, input)),
  /** Refuses somebody, or takes the seat away. */
  refuse: signedInCommand.input(reasonedInput).mutation(({ ctx, input }) => refuse(ctx, input)),
  /** Gives up a seat or takes a nomination back. */
  withdraw: signedInCommand.input(actInput).mutation(({ ctx, input }) => withdraw(ctx, input)),
  /** Puts somebody before the others who wait. */
  moveForward: signedInCommand.input(reasonedInput).mutation(({ ctx, input }) => moveForward(ctx, input)),
  /** Puts another of the party in somebody's place. */
  substitute: signedInCommand.input(substituteInput).mutation(({ ctx, input }) => substitute(ctx, input)),
  /** Puts a holder into a team. */
  place: signedInCommand.input(placeInput).mutation(({ ctx, input }) => place(ctx, input)),
});
