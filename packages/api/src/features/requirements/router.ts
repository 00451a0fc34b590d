import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { changeRequirement, endRequirement, makeRequirement } from './commands.ts';
import { listRequirements, previewRequirement, requirementById, requirementChoices } from './queries.ts';
import * as schemas from './schemas.ts';

/** What is asked of whom: the rows readiness is computed from. */
export const requirementsRouter = router({
  /** What holds, or what has ended. */
  list: signedIn
    .input(schemas.listInput)
    .query(({ ctx, input }) => listRequirements(ctx, input.ended ?? false)),
  byId: signedIn
    .input(schemas.byIdInput)
    .query(({ ctx, input }) => requirementById(ctx, input.requirementId)),
  /** What the form offers. */
  choices: signedIn.query(({ ctx }) => requirementChoices(ctx)),
  /** Whom it would concern, before it is saved. */
  preview: signedIn.input(schemas.previewInput).query(({ ctx, input }) => previewRequirement(ctx, input)),
  make: signedInCommand
    .input(schemas.createInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => makeRequirement(ctx, input)),
  change: signedInCommand
    .input(schemas.changeInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => changeRequirement(ctx, input)),
  end: signedInCommand.input(schemas.endInput).mutation(({ ctx, input }) => endRequirement(ctx, input)),
});
