import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { listMappable } from './mappable.ts';
import { findItems, mapItems, mappingsOf, mappingsToLookAt } from './mappings.ts';
import { browseFramework, frameworkItem, listFrameworks } from './queries.ts';
import * as schemas from './schemas.ts';
import { previewFramework, takeFramework } from './take.ts';

/** Competency frameworks: what roles are made of, and what teaches, tests and needs it. */
export const frameworksRouter = router({
  /** Every framework and version brought in. */
  list: signedIn.query(({ ctx }) => listFrameworks(ctx)),
  /** Things of one kind in a framework. */
  browse: signedIn.input(schemas.browseInput).query(({ ctx, input }) => browseFramework(ctx, input)),
  /** One thing of a framework. */
  item: signedIn.input(schemas.itemInput).query(({ ctx, input }) => frameworkItem(ctx, input)),
  /** Things of one kind that the actor maps. */
  mappable: signedIn.input(schemas.mappableInput).query(({ ctx, input }) => listMappable(ctx, input)),
  /** What one thing is mapped to. */
  mappings: signedIn.input(schemas.mappingsInput).query(({ ctx, input }) => mappingsOf(ctx, input)),
  /** Things to map to, by words. */
  find: signedIn.input(schemas.findInput).query(({ ctx, input }) => findItems(ctx, input)),
  /** Mappings to words that changed or a code that is gone. */
  toLookAt: signedIn.query(({ ctx }) => mappingsToLookAt(ctx)),
  /** Says what something teaches, tests or needs, or takes that back. */
  map: signedInCommand
    .input(schemas.mapInput)
    .mutation(({ ctx, input: { commandId: _, ...map } }) => mapItems(ctx, map)),
  /** What a file would make of the version held; a mutation by its size alone. */
  preview: signedIn
    .input(schemas.previewInput)
    .mutation(({ ctx, input }) => previewFramework(ctx, input.content)),
  /** Takes a framework's file whole. */
  take: signedInCommand.input(schemas.takeInput).mutation(({ ctx, input }) => takeFramework(ctx, input)),
});
