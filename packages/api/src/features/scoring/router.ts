import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { actOnScores, assess, score } from './commands.ts';
import { ownScores, scoreboardOf, scoringBoard, scoringOfTeam } from './queries.ts';
import { removeCriterion, saveCriterion } from './rubric.ts';
import * as schemas from './schemas.ts';

/** How the teams of an exercise are judged: by its evaluators, by themselves, and how a competition stands. */
export const scoringRouter = router({
  /** All of it, for the staff. */
  board: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => scoringBoard(ctx, input.code)),
  /** One team with its answers and reports, for the staff. */
  team: signedIn
    .input(schemas.teamInput)
    .query(({ ctx, input }) => scoringOfTeam(ctx, input.code, input.teamId)),
  /** One's own team: what it thinks of itself, and what it was given once that is released. */
  own: signedIn.input(schemas.byCodeInput).query(({ ctx, input }) => ownScores(ctx, input.code)),
  /** How a competition stands. */
  scoreboard: signedIn
    .input(schemas.scoreboardInput)
    .query(({ ctx, input }) => scoreboardOf(ctx, input.code, input.asTeams === true)),
  saveCriterion: signedInCommand
    .input(schemas.criterionInput)
    .mutation(({ ctx, input }) => saveCriterion(ctx, input)),
  removeCriterion: signedInCommand
    .input(schemas.removeCriterionInput)
    .mutation(({ ctx, input }) => removeCriterion(ctx, input)),
  /** An evaluator judges a team. */
  score: signedInCommand.input(schemas.scoreInput).mutation(({ ctx, input }) => score(ctx, input)),
  /** A team judges itself. */
  assess: signedInCommand.input(schemas.assessInput).mutation(({ ctx, input }) => assess(ctx, input)),
  /** The director opens, freezes or unfreezes the scoreboard, or releases the scores. */
  act: signedInCommand.input(schemas.actInput).mutation(({ ctx, input }) => actOnScores(ctx, input)),
});
