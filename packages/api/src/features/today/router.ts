import { router, signedIn } from '../../trpc.ts';
import { markingViews } from '../threads/marking-views.ts';
import { readToday } from './queries.ts';
import { markingsOn, playOf } from './rules.ts';

/** A person's day. */
export const todayRouter = router({
  /** What waits, their learning, the dates of the next two weeks, and the markings of what these name. */
  get: signedIn.query(async ({ ctx }) => {
    const { personId, partyId, exerciseId } = ctx.actor;
    const day = await readToday({ ...ctx, personId, partyId });
    const shown = exerciseId ? playOf(day) : day;
    return { ...shown, markings: await markingViews(ctx, markingsOn(shown)) };
  }),
});
