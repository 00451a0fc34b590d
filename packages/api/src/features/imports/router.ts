import { administrator, administratorCommand, router } from '../../trpc.ts';
import { prepareImport } from './prepare.ts';
import { importById, listImports } from './queries.ts';
import * as schemas from './schemas.ts';
import { writeChunk } from './write.ts';

/** Bringing in people from a file. */
export const importsRouter = router({
  list: administrator.query(({ ctx }) => listImports(ctx)),
  /** The preview of a file, and how far it is written. */
  byId: administrator.input(schemas.importInput).query(({ ctx, input }) => importById(ctx, input.importId)),
  /** Reads a file; nobody is created yet. */
  prepare: administratorCommand.input(schemas.prepareInput).mutation(({ ctx, input }) =>
    prepareImport(ctx, {
      fileName: input.fileName,
      bytes: Buffer.from(input.content, 'base64'),
      cohortId: input.cohortId,
    }),
  ),
  /** Writes the next fifty lines. */
  writeNext: administratorCommand
    .input(schemas.importCommand)
    .mutation(({ ctx, input }) => writeChunk(ctx, input.importId)),
});
