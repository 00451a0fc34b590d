import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { cohortsOfPath } from './cohort-choices.ts';
import { putCohortOnPath, takeCohortOffPath } from './cohorts.ts';
import { changePath, followPath, leavePath, makePath, putOnPath } from './commands.ts';
import { pathProgress } from './progress.ts';
import { listPaths, pathBySlug, pathCandidates, pathChoices, pathForm } from './queries.ts';
import * as schemas from './schemas.ts';

/** Courses in an order that lead somewhere. */
export const pathsRouter = router({
  list: signedIn.query(({ ctx }) => listPaths(ctx)),
  bySlug: signedIn.input(schemas.bySlugInput).query(({ ctx, input }) => pathBySlug(ctx, input.slug)),
  choices: signedIn.query(({ ctx }) => pathChoices(ctx)),
  form: signedIn.input(schemas.bySlugInput).query(({ ctx, input }) => pathForm(ctx, input.slug)),
  candidates: signedIn.input(schemas.candidatesInput).query(({ ctx, input }) => pathCandidates(ctx, input)),
  make: signedInCommand
    .input(schemas.makeInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => makePath(ctx, input)),
  change: signedInCommand
    .input(schemas.changeInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => changePath(ctx, input)),
  follow: signedInCommand
    .input(schemas.pathCommand)
    .mutation(({ ctx, input }) => followPath(ctx, input.pathId)),
  leave: signedInCommand
    .input(schemas.pathCommand)
    .mutation(({ ctx, input }) => leavePath(ctx, input.pathId)),
  put: signedInCommand.input(schemas.putInput).mutation(({ ctx, input }) => putOnPath(ctx, input)),
  /** Where each of the reader's people who follow a path is with each course. */
  progress: signedIn.input(schemas.progressInput).query(({ ctx, input }) => pathProgress(ctx, input)),
  /** The cohorts the reader looks after: on this path or not. */
  cohorts: signedIn.input(schemas.pathInput).query(({ ctx, input }) => cohortsOfPath(ctx, input.pathId)),
  takeCohort: signedInCommand
    .input(schemas.putCohortInput)
    .mutation(({ ctx, input }) => takeCohortOffPath(ctx, input)),
  /** Whoever is in a cohort, now or later: they follow, and are enrolled in what they lack. */
  putCohort: signedInCommand
    .input(schemas.putCohortInput)
    .mutation(({ ctx, input }) => putCohortOnPath(ctx, input)),
});
