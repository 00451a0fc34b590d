import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { mapCourse } from './commands.ts';
import { browseFramework, frameworkItem, listFrameworks } from './queries.ts';
import { browseInput, itemInput, mapInput, previewInput, takeInput } from './schemas.ts';
import { previewFramework, takeFramework } from './take.ts';

/** Competency frameworks: what roles are made of, and which courses teach it. */
export const frameworksRouter = router({
  /** Every framework and version brought in. */
  list: signedIn.query(({ ctx }) => listFrameworks(ctx)),
  /** Things of one kind in a framework. */
  browse: signedIn.input(browseInput).query(({ ctx, input }) => browseFramework(ctx, input)),
  /** One thing of a framework. */
  item: signedIn.input(itemInput).query(({ ctx, input }) => frameworkItem(ctx, input)),
  /** Says that a course teaches it, or takes that back. */
  map: signedInCommand
    .input(mapInput)
    .mutation(({ ctx, input: { commandId: _, ...map } }) => mapCourse(ctx, map)),
  /** What a file would make of the version held; a mutation by its size alone. */
  preview: signedIn.input(previewInput).mutation(({ ctx, input }) => previewFramework(ctx, input.content)),
  /** Takes a framework's file whole. */
  take: signedInCommand.input(takeInput).mutation(({ ctx, input }) => takeFramework(ctx, input)),
});
