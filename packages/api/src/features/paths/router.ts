import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { changePath, followPath, leavePath, makePath, putCohortOnPath, putOnPath } from './commands.ts';
import { listPaths, myAwards, pathBySlug, pathCandidates, pathChoices, pathForm } from './queries.ts';
import * as schemas from './schemas.ts';

/** Courses in an order that lead somewhere. */
export const pathsRouter = router({
  list: signedIn.query(({ ctx }) => listPaths(ctx)),
  bySlug: signedIn.input(schemas.bySlugInput).query(({ ctx, input }) => pathBySlug(ctx, input.slug)),
  /** What completing paths earned me. */
  awards: signedIn.query(({ ctx }) => myAwards(ctx)),
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
  /** Whoever is in a cohort, now or later. */
  putCohort: signedInCommand
    .input(schemas.putCohortInput)
    .mutation(({ ctx, input }) => putCohortOnPath(ctx, input)),
});
