import { z } from 'zod';
import { singleLine, uuid } from '../../schemas.ts';

const day = z.iso.date({ error: 'errors.instant' });
const code = singleLine({ min: 1, max: 40 });

/** Words to look for, where and when, and the last result already seen. */
export const searchInput = z.strictObject({
  query: singleLine({ min: 1, max: 200 }),
  /** Only in the threads of this body. */
  bodyCode: code.optional(),
  /** Only what was said for this party. */
  partyCode: code.optional(),
  /** Days at headquarters, both included. */
  from: day.optional(),
  until: day.optional(),
  /** Only what carries a file. */
  hasFile: z.boolean().optional(),
  before: uuid.optional(),
});
