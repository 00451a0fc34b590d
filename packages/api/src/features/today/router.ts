import { router, signedIn } from '../../trpc.ts';
import { readToday } from './queries.ts';

/** A person's day. */
export const todayRouter = router({
  /** What waits, their learning, and the dates of the next two weeks. */
  get: signedIn.query(({ ctx: { tx, actor, locale, now } }) =>
    readToday({ tx, personId: actor.personId, locale, now }),
  ),
});
