import { z } from 'zod';
import { commandId, instant, singleLine, uuid } from '../../schemas.ts';
import { cellStates } from './rules.ts';

/** What narrows the page; all of it stands in the address. */
export const pageInput = z.strictObject({
  partyId: uuid.optional(),
  requirementId: uuid.optional(),
  state: z.enum(cellStates).optional(),
  words: singleLine({ max: 200 }).optional(),
});

export const sendInput = z.strictObject({
  commandId,
  partyId: uuid,
  requirementId: uuid.optional(),
  personIds: z.array(uuid).min(1).max(500),
  dueAt: instant,
});
