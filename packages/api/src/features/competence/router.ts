import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { aimAtWork } from './commands.ts';
import { competencesOf, myCompetences } from './queries.ts';
import { aimInput, personInput } from './schemas.ts';

/** What people's work needs in the words of frameworks, what of it is shown, and what is missing. */
export const competenceRouter = router({
  mine: signedIn.query(({ ctx }) => myCompetences(ctx)),
  /** The same of a person, for who speaks for them in training. */
  ofPerson: signedIn.input(personInput).query(({ ctx, input }) => competencesOf(ctx, input.personId)),
  /** Chooses work to aim at, or takes that back. */
  aim: signedInCommand.input(aimInput).mutation(({ ctx, input }) => aimAtWork(ctx, input)),
});
