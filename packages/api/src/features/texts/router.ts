import { router, signedIn, signedInCommand } from '../../trpc.ts';
import { createText } from './commands.ts';
import { createTextInput, makeVersionInput, roomInput, textsOfBodyInput } from './inputs.ts';
import { mayRereadText, textsOfBody } from './queries.ts';
import { textRoom } from './room.ts';
import { makeVersion } from './versions.ts';

/** Texts under consultation and their versions. */
export const textsRouter = router({
  /** The texts of a body, the newest first. */
  list: signedIn.input(textsOfBodyInput).query(({ ctx, input }) => textsOfBody(ctx, input)),
  /** A text as one of its versions has it, and what stands beside its words. */
  byId: signedIn.input(roomInput).query(({ ctx, input }) => textRoom(ctx, input)),
  /** Lays a text before a body. */
  create: signedInCommand
    .meta({ reread: mayRereadText })
    .input(createTextInput)
    .mutation(({ ctx, input }) => createText(ctx, input)),
  /** Makes a new version: the chair alone. */
  makeVersion: signedInCommand
    .meta({ reread: mayRereadText })
    .input(makeVersionInput)
    .mutation(({ ctx, input }) => makeVersion(ctx, input)),
});
