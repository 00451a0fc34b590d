import { z } from 'zod';
import { singleLine, uuid } from '../../schemas.ts';

/** Words to look for, and the last result already seen. */
export const searchInput = z.strictObject({
  query: singleLine({ min: 1, max: 200 }),
  before: uuid.optional(),
});
