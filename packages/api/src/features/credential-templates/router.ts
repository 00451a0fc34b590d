import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { changeTemplate, endTemplate, makeTemplate } from './commands.ts';
import { listTemplates, templateById } from './queries.ts';
import * as schemas from './schemas.ts';

/** How credentials read and look, in versions that are only added to. */
export const credentialTemplatesRouter = router({
  list: signedIn.query(({ ctx }) => listTemplates(ctx)),
  byId: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => templateById(ctx, input.templateId)),
  make: signedInCommand
    .input(schemas.makeInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => makeTemplate(ctx, input)),
  change: signedInCommand
    .input(schemas.changeInput)
    .mutation(({ ctx, input: { commandId: _, ...input } }) => changeTemplate(ctx, input)),
  end: signedInCommand.input(schemas.endInput).mutation(({ ctx, input }) => endTemplate(ctx, input)),
});
