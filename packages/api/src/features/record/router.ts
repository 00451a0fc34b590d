import { router, signedIn } from '../../trpc.ts';
import { listRecord, recordActions } from './queries.ts';
import { listInput } from './schemas.ts';

/** Who did what, on whose behalf: as far as the reader may know of it. */
export const recordRouter = router({
  /** A page of the record, newest first. */
  list: signedIn.input(listInput).query(({ ctx, input }) => listRecord(ctx, input)),
  /** The actions a list can be narrowed to. */
  actions: signedIn.query(({ ctx }) => recordActions(ctx)),
});
