import { router, signedIn } from '../../trpc.ts';
import { readToday } from './queries.ts';
import { playOf } from './rules.ts';

/** A person's day. */
export const todayRouter = router({
  /** What waits, their learning, and the dates of the next two weeks. */
  get: signedIn.query(async ({ ctx }) => {
    const { personId, partyId, exerciseId } = ctx.actor;
    const day = await readToday({ ...ctx, personId, partyId });
    return exerciseId ? playOf(day) : day;
  }),
});
