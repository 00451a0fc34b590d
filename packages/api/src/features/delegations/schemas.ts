import { z } from 'zod';
import { commandId, uuid } from '../../schemas.ts';
import { bodyInput } from '../bodies/schemas.ts';

/** The own delegation in a body. */
export const delegationInput = bodyInput;

/** Whether the nation wants its positions prepared by one person and released by another. */
export const setFourEyesInput = z.strictObject({
  commandId,
  bodyCode: bodyInput.shape.bodyCode,
  fourEyes: z.boolean(),
});

/** What a delegate may do for the nation, all of it. */
export const setPowersInput = z.strictObject({
  commandId,
  seatId: uuid,
  powers: z.array(z.enum(['position', 'break'])).max(2),
});
