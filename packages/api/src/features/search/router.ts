import { router, signedIn } from '../../trpc.ts';
import { searchAgenda } from './agenda.ts';
import { searchThread, unindexedThreads } from './one-by-one.ts';
import { searchChoices, searchContributions } from './queries.ts';
import { agendaInput, inThreadInput, searchInput, unindexedInput } from './schemas.ts';

/** Search over what the person may read. */
export const searchRouter = router({
  /** Contributions that hold the words, in themselves or in a part. */
  contributions: signedIn.input(searchInput).query(({ ctx, input }) => searchContributions(ctx, input)),
  /** Meetings and items of agendas that hold the words. */
  meetings: signedIn.input(agendaInput).query(({ ctx, input }) => searchAgenda(ctx, input)),
  /** Threads whose words stand in no index. */
  unindexed: signedIn.input(unindexedInput).query(({ ctx, input }) => unindexedThreads(ctx, input)),
  /** Looks for the words in one of those, by opening its entries. */
  inThread: signedIn.input(inThreadInput).query(({ ctx, input }) => searchThread(ctx, input)),
  /** What a search can be narrowed to. */
  choices: signedIn.query(({ ctx }) => searchChoices(ctx)),
});
