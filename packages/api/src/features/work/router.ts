import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { defineWork, giveWork, renameWork, retireWork, takeWork } from './commands.ts';
import { importWork, previewWork } from './import.ts';
import { listWork, workById, workCandidates, workOf } from './queries.ts';
import * as schemas from './schemas.ts';

/** The work people do: what requirements and competencies hang on. */
export const workRouter = router({
  list: signedIn.query(({ ctx }) => listWork(ctx)),
  /** One kind of work and who does it. */
  byId: signedIn.input(schemas.byIdInput).query(({ ctx, input }) => workById(ctx, input)),
  /** Who could be given it. */
  candidates: signedIn.input(schemas.candidatesInput).query(({ ctx, input }) => workCandidates(ctx, input)),
  /** What one person does. */
  ofPerson: signedIn.input(schemas.ofPersonInput).query(({ ctx, input }) => workOf(ctx, input.personId)),
  define: signedInCommand.input(schemas.createInput).mutation(({ ctx, input }) => defineWork(ctx, input)),
  rename: signedInCommand.input(schemas.renameInput).mutation(({ ctx, input }) => renameWork(ctx, input)),
  /** Offers it no more, or again. */
  retire: signedInCommand
    .input(schemas.workCommand)
    .mutation(({ ctx, input }) => retireWork(ctx, input.workRoleId)),
  give: signedInCommand.input(schemas.giveInput).mutation(({ ctx, input }) => giveWork(ctx, input)),
  take: signedInCommand.input(schemas.takeInput).mutation(({ ctx, input }) => takeWork(ctx, input.workId)),
  /** What a file of people and work would do, line by line; a mutation by its size alone. */
  preview: signedIn.input(schemas.previewInput).mutation(({ ctx, input }) => previewWork(ctx, input.content)),
  /** Gives the work of all its lines. */
  importFile: signedInCommand
    .input(schemas.importInput)
    .mutation(({ ctx, input }) => importWork(ctx, input.content)),
});
