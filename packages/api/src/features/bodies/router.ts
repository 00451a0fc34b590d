import { z } from 'zod';
import { singleLine } from '../../schemas.ts';
import { router, signedIn } from '../../trpc.ts';
import { namable } from '../threads/audience.ts';
import { bodyByCode, myBodies } from './queries.ts';
import { bodyInput } from './schemas.ts';

/** Bodies as those who sit in them see them. */
export const bodiesRouter = router({
  /** The bodies the person sits in, with what is unread in each. */
  mine: signedIn.query(({ ctx }) => myBodies(ctx)),
  /** One of them, with the levels and parties a new thread can be marked with. */
  byCode: signedIn.input(bodyInput).query(({ ctx, input }) => bodyByCode(ctx, input.bodyCode)),
  /** People a new thread can be opened to by name. */
  namable: signedIn
    .input(z.strictObject({ bodyCode: bodyInput.shape.bodyCode, query: singleLine({ max: 80 }) }))
    .query(({ ctx, input }) => namable(ctx, input.bodyCode, input.query)),
});
