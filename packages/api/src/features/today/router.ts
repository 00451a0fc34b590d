import { router, signedIn } from '../../trpc.ts';
import { readToday } from './queries.ts';

/** A person's day. */
export const todayRouter = router({
  /** What waits, their learning, and the dates of the next two weeks. */
  get: signedIn.query(({ ctx }) => {
    const { personId, partyId } = ctx.actor;
    return readToday({ ...ctx, personId, partyId });
  }),
});
