import { router, signedIn } from '../../trpc.ts';
import { searchChoices, searchContributions } from './queries.ts';
import { searchInput } from './schemas.ts';

/** Search over what the person may read. */
export const searchRouter = router({
  /** Contributions that hold the words. */
  contributions: signedIn.input(searchInput).query(({ ctx, input }) => searchContributions(ctx, input)),
  /** What a search can be narrowed to. */
  choices: signedIn.query(({ ctx }) => searchChoices(ctx)),
});
